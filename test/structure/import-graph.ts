/** Which module imports which, read from the sources. */
import { relative, resolve } from "node:path";
import { Node, Project, type SourceFile, SyntaxKind } from "ts-morph";

export interface Edge {
  /** The importing module, below the folder and without ending. */
  readonly from: string;
  /** The imported module; an edge to a package is no edge of this graph. */
  readonly to: string;
  /** Whether nothing is left of the import once types are gone. */
  readonly typeOnly: boolean;
  /** Whether it is only reached when a function asks for it. */
  readonly lazy: boolean;
}

export interface ImportGraph {
  readonly modules: readonly string[];
  readonly edges: readonly Edge[];
  readonly sources: ReadonlyMap<string, SourceFile>;
}

/** The repository's root. */
export const root: string = resolve(import.meta.dirname, "../..");

/** The graph of the modules in a folder of the repository. */
export function importGraph(folder: string): ImportGraph {
  const project = new Project({ compilerOptions: { allowImportingTsExtensions: true } });
  const base = resolve(root, folder);
  const files = project.addSourceFilesAtPaths(`${base}/**/*.ts`);
  const name = (path: string): string => relative(base, path).replaceAll("\\", "/").replace(/\.ts$/, "");
  const sources = new Map(files.map((each) => [name(each.getFilePath()), each]));
  const edges = files.flatMap((file) =>
    importsOf(file).flatMap(({ specifier, ...kind }): readonly Edge[] => {
      if (!specifier.startsWith(".")) return [];
      const path = resolve(file.getDirectoryPath(), specifier.replace(/\.js$/, ".ts"));
      return [{ from: name(file.getFilePath()), to: name(path), ...kind }];
    }),
  );
  return { modules: [...sources.keys()].sort(), edges, sources };
}

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly lazy: boolean;
}

function importsOf(file: SourceFile): readonly Import[] {
  const declared = [...file.getImportDeclarations(), ...file.getExportDeclarations()].flatMap((each) => {
    const specifier = each.getModuleSpecifierValue();
    return specifier === undefined ? [] : [{ specifier, typeOnly: each.isTypeOnly(), lazy: false }];
  });
  const called = file.getDescendantsOfKind(SyntaxKind.CallExpression).flatMap((call) => {
    const [argument] = call.getArguments();
    return call.getExpression().getKind() === SyntaxKind.ImportKeyword && Node.isStringLiteral(argument)
      ? [{ specifier: argument.getLiteralValue(), typeOnly: false, lazy: true }]
      : [];
  });
  const types = file.getDescendantsOfKind(SyntaxKind.ImportType).flatMap((type) => {
    const argument = type.getArgument();
    const literal = Node.isLiteralTypeNode(argument) ? argument.getLiteral() : undefined;
    return Node.isStringLiteral(literal)
      ? [{ specifier: literal.getLiteralValue(), typeOnly: true, lazy: false }]
      : [];
  });
  return [...declared, ...called, ...types];
}

/** The packages and the modules of Node that a module names, types included. */
export function packagesOf({ sources }: ImportGraph, module: string): readonly string[] {
  const file = sources.get(module);
  const all = file === undefined ? [] : importsOf(file).map((each) => each.specifier);
  return [...new Set(all.filter((each) => !each.startsWith(".")))].sort();
}

/** Every module that is loaded with a module, itself included. */
export function reachable(
  { edges }: ImportGraph,
  start: string,
  follows: (edge: Edge) => boolean,
): ReadonlySet<string> {
  const seen = new Set([start]);
  for (const module of seen)
    for (const edge of edges) if (edge.from === module && follows(edge)) seen.add(edge.to);
  return seen;
}

/** One way round for each group of modules that import each other, types included. */
export function cyclesIn({ modules, edges }: ImportGraph): readonly string[] {
  const found: string[] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (module: string, trail: readonly string[]): void => {
    if (state.get(module) === "done") return;
    const start = trail.indexOf(module);
    if (start >= 0) return void found.push([...trail.slice(start), module].join(" → "));
    for (const edge of edges) if (edge.from === module) visit(edge.to, [...trail, module]);
    state.set(module, "done");
  };
  for (const module of modules) visit(module, []);
  return found;
}
