export { checkGame, type Game, majority } from "./game.ts";
export { shapleyShubik, shapleyShubikInto } from "./shapley-shubik.ts";
