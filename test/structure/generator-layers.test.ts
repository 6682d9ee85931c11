import { describe, expect, test } from "vitest";
import { type Edge, cyclesIn, importGraph, packagesOf, reachable } from "./import-graph.js";

const graph = importGraph("generator");

/** Modules that know nothing of this program: every layer may use them, and they JSON and digests. */
const vocabulary = [
  "digest",
  "documents",
  "fields",
  "graph",
  "json",
  "library",
  "memo",
  "paths",
  "read-file",
  "suggestion",
  "text",
  "uri",
  "version",
];

/** What the modules of each layer may import besides: layers and modules, or their types alone where it says so. */
const layers: Readonly<Record<string, readonly string[]>> = {
  digest: [],
  documents: [],
  fields: [],
  graph: [],
  json: [],
  library: [],
  memo: [],
  paths: [],
  "read-file": [],
  suggestion: [],
  text: [],
  uri: [],
  version: [],
  "diagnostic-formats": ["catalogue", "diagnostics"],
  catalogue: ["catalogue"],
  diagnostics: ["catalogue"],
  config: [],
  runtime: ["runtime"],
  load: ["load", "diagnostics", "type config", "type model/names"],
  select: ["load", "select", "model/raw", "diagnostics", "type config"],
  model: ["model", "type config", "type diagnostics", "type runtime/formats", "runtime/media-type"],
  "model/lower": ["model", "model/lower", "model/raw", "diagnostics", "load/upgrade"],
  "model/raw": ["model", "model/raw", "diagnostics"],
  validate: ["validate", "model", "runtime"],
  own: ["own", "config", "model", "diagnostics", "output/manifest", "type render/runtime"],
  sample: ["sample", "model", "type diagnostics", "validate", "runtime/fixture"],
  code: ["code", "model/names", "type model/schema"],
  print: ["print", "code", "model", "type sample", "sample/evaluate", "type validate", "validate/steps"],
  plan: ["plan", "print", "code", "model", "sample", "validate", "type config", "type diagnostics"],
  render: ["render", "code", "type plan/file-plan", "type diagnostics"],
  output: [
    "output",
    "type config",
    "type diagnostics",
    "render/runtime-folder",
    "render/header",
    "type render/runtime",
  ],
  pipeline: [
    ...[
      "load",
      "select",
      "model/lower",
      "model/names",
      "model/formats",
      "model/plain-refs",
      "plan",
      "render",
      "output",
    ],
    ...["customise", "diagnostics", "type config", "type model", "diff/changelog"],
  ],
  customise: ["own", "render", "config", "diagnostics", "type model"],
  diff: ["diff", "model", "code", "type diagnostics"],
  "package-folder": [
    ...["output", "load/name-lock", "diagnostics", "type config", "type pipeline", "type render/runtime"],
  ],
  release: ["pipeline", "diff", "output/changelog", "compared-configs", "type config"],
  generate: [
    ...["pipeline", "release", "diff", "output", "diagnostics", "config", "package-folder"],
    ...["type compared-configs"],
  ],
  "generate-all": ["generate", "config", "diagnostics", "own/imports"],
  watch: ["watch", "generate-all", "type generate", "type diagnostics", "type config", "load/address"],
  init: ["load/address", "config"],
  "compared-configs": ["load-config", "load/address", "type config", "diagnostics"],
  "config-module": ["load/strict-json", "own/import", "own/thrown"],
  "load-config": ["config-module", "config", "diagnostics", "load/address", "type own/thrown"],
  index: [
    "type catalogue/rule",
    "config",
    "diagnostics",
    "generate",
    "type pipeline",
    "type diff",
    "type own",
  ],
  commands: [
    ...["commands", "catalogue", "diagnostic-formats", "diagnostics", "diff", "compared-configs", "generate"],
    ...["init", "load/address", "load-config", "watch", "type config", "type pipeline"],
  ],
  plugin: ["plugin", "generate-all", "diagnostic-formats", "diagnostics", "load-config", "load/address"],
  engine: [],
  cli: ["commands", "engine", "load-config"],
};

/** What reads raw descriptions for lowering. */
const raw: ReadonlySet<string> = new Set([
  ...[
    "model/reader",
    "model/aliases",
    "model/pattern",
    "model/subschemas",
    "model/identifiers",
    "model/plain-refs",
  ],
  ...["model/dynamic-scope", "model/directions", "model/reachable"],
]);

/** The layer of a module. Lowering, and what reads raw descriptions for it, are layers of their own in `model`. */
function layerOf(module: string): string {
  if (/^model\/lower(-|$)/.test(module)) return "model/lower";
  return raw.has(module) ? "model/raw" : module.replace(/\/.*$/, "");
}

function isAllowed({ from, to, typeOnly }: Edge): boolean {
  if (vocabulary.includes(to))
    return layerOf(from) !== "runtime" && (!vocabulary.includes(from) || to === "json" || to === "digest");
  const allowed = layers[layerOf(from)] ?? [];
  return [layerOf(to), to].some(
    (name) => allowed.includes(name) || (typeOnly && allowed.includes(`type ${name}`)),
  );
}

const shown = (edges: readonly Edge[]): readonly string[] =>
  edges.map(({ from, to, typeOnly }) => `${from} imports ${typeOnly ? "types of " : ""}${to}`);

describe("the layers of the generator", () => {
  test("are all known", () => {
    expect(graph.modules.length).toBeGreaterThan(50);
    expect([...new Set(graph.modules.map(layerOf))].sort()).toEqual(Object.keys(layers).sort());
  });

  test("import only what lies below them", () => {
    expect(shown(graph.edges.filter((edge) => !isAllowed(edge)))).toEqual([]);
  });

  test("import only modules that are there", () => {
    expect(shown(graph.edges.filter(({ to }) => !graph.modules.includes(to)))).toEqual([]);
  });

  test("have no import cycles, not even of types", () => {
    expect(cyclesIn(graph)).toEqual([]);
  });

  test("below the model are not reached from what works with it, not even by way of others", () => {
    const loads = ({ typeOnly }: Edge): boolean => !typeOnly;
    const upper = graph.modules.filter((each) =>
      /^(validate|sample|code|print|plan|render|output)\//.test(each),
    );
    const lowering = upper.flatMap((each) =>
      [...reachable(graph, each, loads)]
        .filter((other) => other.startsWith("load/") || /^model\/(lower|raw)$/.test(layerOf(other)))
        .map((other) => `${each} loads ${other}`),
    );
    expect(lowering).toEqual([]);
  });

  test("that are slow to import are loaded lazily by the pipeline", () => {
    const atOnce = reachable(graph, "cli", ({ typeOnly, lazy }) => !typeOnly && !lazy);
    const packages = [...atOnce].flatMap((each) => packagesOf(graph, each));
    const allowed = packages.filter((each) => !each.startsWith("node:"));
    expect([...new Set(allowed)].sort()).toEqual(["commander", "picocolors"]);
  });

  test("share no library: each is imported by one layer", () => {
    const users = new Map<string, Set<string>>();
    for (const module of graph.modules)
      for (const name of packagesOf(graph, module).filter((each) => !each.startsWith("node:"))) {
        const library = name.replace(/^((?:@[^/]+\/)?[^/]+).*$/, "$1");
        users.set(library, (users.get(library) ?? new Set()).add(module.replace(/\/.*$/, "")));
      }
    expect(Object.fromEntries([...users].map(([name, layers]) => [name, [...layers]]))).toEqual({
      "@eslint-community/regexpp": ["model"],
      scslre: ["model"],
      semver: ["diff"],
      chokidar: ["watch"],
      commander: ["cli", "commands"],
      diff: ["output"],
      esbuild: ["plugin"],
      "@rgrove/parse-xml": ["runtime"],
      handlebars: ["render"],
      "fastest-levenshtein": ["suggestion"],
      jiti: ["own"],
      "jsonc-parser": ["load"],
      "jsonpath-rfc9535": ["load"],
      "openapi-typescript": ["render"],
      picocolors: ["commands"],
      picomatch: ["select"],
      prettier: ["render"],
      "ts-morph": ["render"],
      typescript: ["render"],
      unplugin: ["plugin"],
      vite: ["plugin"],
      yaml: ["load"],
    });
  });
});

describe("the runtime that ships with a package", () => {
  test("imports nothing but itself", () => {
    const parsesXml = "runtime/xml-tree"; // A package has its library where the description has XML.
    expect(packagesOf(graph, parsesXml)).toEqual(["@rgrove/parse-xml"]);
    const runtime = graph.modules.filter((each) => each.startsWith("runtime/") && each !== parsesXml);
    expect(runtime.length).toBeGreaterThan(5);
    expect(runtime.flatMap((each) => packagesOf(graph, each))).toEqual([]);
  });

  test("lends the generator what checks values, makes and converts them, and what tells media types apart, so that both agree", () => {
    const users = graph.edges.filter(
      ({ from, to }) => to.startsWith("runtime/") && !from.startsWith("runtime/"),
    );
    const lent =
      /^runtime\/((\w+-)?checks|formats|same|issue|validator|fixture|converter|conversions|own-format|base64|dates|integers|media-type)$/;
    expect([...new Set(users.map((each) => each.to))].filter((each) => !lent.test(each))).toEqual([]);
  });
});
