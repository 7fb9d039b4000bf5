// The reference pages of the rooms: every public name with the first sentence of its doc comment.
import { join } from "node:path";
import ts from "typescript";
import { openRooms } from "./rooms.ts";
import { root } from "./root.ts";

/** A public name of a room. */
interface PublicName {
  readonly name: string;
  readonly kind: "function" | "value" | "type";
  /** As it is used: `exp(x)`, `Finding`. */
  readonly use: string;
  readonly says: string;
}

const firstSentence = (text: string): string => /^[\s\S]*?\.(?=\s|$)/.exec(text.trim())?.[0] ?? text.trim();

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");

function publicName(symbol: ts.Symbol, checker: ts.TypeChecker): PublicName {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const says = ts.displayPartsToString(target.getDocumentationComment(checker));
  const name = symbol.getName();
  const declaration = target.valueDeclaration;
  const isType = declaration === undefined || ts.isInterfaceDeclaration(declaration);
  const type = isType ? undefined : checker.getTypeOfSymbol(target);
  const parameters = type
    ?.getCallSignatures()[0]
    ?.getParameters()
    .map((parameter) => parameter.getName());
  const kind = isType ? "type" : parameters === undefined ? "value" : "function";
  return {
    name,
    kind,
    use: parameters === undefined ? name : `${name}(${parameters.join(", ")})`,
    says: oneLine(firstSentence(says)),
  };
}

function page(room: string, names: readonly PublicName[]): string {
  const tableOf = (heading: string, kind: PublicName["kind"]): string[] => {
    const rows = names.filter((one) => one.kind === kind);
    if (rows.length === 0) return [];
    const lines = rows.map(({ use, says }) => `| \`${use}\` | ${says} |`);
    return [`## ${heading}`, "", "| name | what it is |", "| --- | --- |", ...lines, ""];
  };
  return [
    `# tawazun/${room}`,
    "",
    "<!-- Written by npm run generate from the doc comments of the source. -->",
    "",
    `\`import { … } from "tawazun/${room}";\``,
    "",
    ...tableOf("Functions", "function"),
    ...tableOf("Values", "value"),
    ...tableOf("Types", "type"),
  ].join("\n");
}

/** The reference pages as they must be: path in the clone → text. */
export function referencePages(): ReadonlyMap<string, string> {
  const rooms = openRooms(root);
  const doors = rooms.map((room) => join(root, "src", room, "index.ts"));
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const program = ts.createProgram(doors, options);
  const checker = program.getTypeChecker();
  return new Map(
    rooms.map((room, i) => {
      const source = program.getSourceFile(doors[i]);
      const module = source && checker.getSymbolAtLocation(source);
      const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
      const names = symbols.map((symbol) => publicName(symbol, checker));
      const inOrder = names.sort((a, b) => (a.name < b.name ? -1 : 1));
      return [`docs/reference/${room}.md`, page(room, inOrder)];
    }),
  );
}
