import {
  banzhaf,
  banzhafAbsolute,
  banzhafOwen,
  colomerMartinez,
  deeganPackel,
  type Game,
  inclusiveness,
  johnston,
  johnstonColomerMartinez,
  minimalWinning,
  nevison,
  owen,
  powerToAct,
  powerToInitiate,
  powerToPrevent,
  publicGood,
  publicHelp,
  rae,
  shapleyShubik,
  swings,
  symmetricCoalitionalBanzhaf,
  type Unions,
  winningCount,
} from "../../../src/measure/index.ts";

/** What tables call the indices, in small letters with underscores. */
const INDICES: { readonly [name: string]: (game: Game) => readonly number[] } = {
  ssi: shapleyShubik,
  shapley: shapleyShubik,
  shapley_shubik: shapleyShubik,
  banzhaf,
  banzhaf_normalized: banzhaf,
  banzhaf_normalised: banzhaf,
  banzhaf_abs: banzhafAbsolute,
  banzhaf_absolute: banzhafAbsolute,
  penrose_banzhaf: banzhafAbsolute,
  swings,
  banzhaf_raw: swings,
  pgi: publicGood,
  holler: publicGood,
  public_good: publicGood,
  deegan_packel: deeganPackel,
  johnston,
  coleman_prevent: powerToPrevent,
  coleman_preventive: powerToPrevent,
  coleman_initiate: powerToInitiate,
  coleman_initiative: powerToInitiate,
  coleman_collectivity: (game) => [powerToAct(game)],
  coleman_act: (game) => [powerToAct(game)],
  rae,
  public_help: publicHelp,
  public_help_theta: publicHelp,
  konig_brauninger: inclusiveness,
  koenig_braeuninger: inclusiveness,
  nevison,
  colomer_martinez: colomerMartinez,
  johnston_colomer_martinez: johnstonColomerMartinez,
  winning: (game) => [winningCount(game)],
  mwc: (game) => [minimalWinning(game).length],
};

const UNION_INDICES: { readonly [name: string]: (game: Game, unions: Unions) => readonly number[] } = {
  owen,
  banzhaf_owen: banzhafOwen,
  symmetric_coalitional_banzhaf: symmetricCoalitionalBanzhaf,
};

/** The index a table means by `name`, the digits it asks for by `_3dp`, and the unions it means by `name|unions`. */
export function indexNamed(
  name: string,
): { readonly of: (game: Game, unions: Unions) => readonly number[]; readonly digits?: number } | undefined {
  const digits = /_(\d+)dp$/.exec(name);
  const plain = name.replace(/_\d+dp$/, "").toLowerCase();
  const of = UNION_INDICES[plain] ?? INDICES[plain];
  if (of === undefined) return undefined;
  return digits === null ? { of } : { of, digits: Number(digits[1]) };
}
