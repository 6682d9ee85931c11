/** What a user can say about a package, and what holds when nothing is said. */
import { isBuiltin } from "node:module";
import { type Json, type JsonObject, isArray, isObject } from "./json.js";
import { isTop } from "./paths.js";

/** One package to generate. Paths are relative to the configuration's folder. */
export interface Config {
  /** The OpenAPI description in YAML or JSON: a file, a URL, or `-` for standard input. */
  readonly input: string;
  /** OpenAPI Overlay documents, applied in order. */
  readonly overlays?: readonly string[];
  /** The folder of the package. */
  readonly output: string;
  /** Only operations that fit all that is said here, and what these need. */
  readonly include?: Selection;
  /** No operations that fit any of what is said here. */
  readonly exclude?: Selection;
  /** Where references to other documents may lead beside the folder, or the host, of the description. */
  readonly references?: ReferenceConfig;
  /** Sent with the requests to the origin of a description that is fetched. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether nothing may be fetched. */
  readonly offline?: boolean;
  /** What the description cannot say of the package. */
  readonly package?: Partial<PackageConfig>;
  /**
   * Whether formats are rules or notes, all of them or one by one; a format that we do not know is always a note. One by one,
   * some can also be values of another type than their texts or numbers, or be what a module of one's own says.
   */
  readonly formats?: FormatUse | Readonly<Record<string, FormatUse | ValueType | FormatModule>>;
  /** Modules of TypeScript or JavaScript that make files of the package from the model: `Plugin` is the type of their default export. */
  readonly plugins?: readonly string[];
  /** A folder of templates that take the place of ours of the same name. */
  readonly templates?: string;
  /** Whether names stay when the description moves: `names.lock.json` in the package's folder holds them. */
  readonly lock?: boolean;
  /** Where work is kept for the next run (`node_modules/.cache/specwright`, unless it is given); `false`: nowhere. */
  readonly cache?: string | false;
  /** Whether warnings are errors: then nothing is written where there is one. */
  readonly strict?: boolean;
}

/** What a `format` is: a rule (`assertion`, which holds when nothing is said) or a note for readers (`annotation`). */
export type FormatUse = "assertion" | "annotation";

/** A type of JavaScript that the texts or numbers of a format are read as and written from; the format is a rule then. */
export type ValueType = "Date" | "bigint" | "Uint8Array";

/** A format of one's own, for strings: the module that has its validator, its fixture and, if wanted, its type and its codec. */
export interface FormatModule {
  readonly module: string;
}

/** The formats of a configuration that are modules, each with its module. */
export function formatModules({ formats }: Pick<Config, "formats">): readonly (readonly [string, string])[] {
  return Object.entries(typeof formats === "object" ? formats : {}).flatMap(([format, use]) =>
    typeof use === "object" ? [[format, use.module] as const] : [],
  );
}

/** What is said of formats, with other paths of modules. */
export function mapModules(
  formats: NonNullable<Config["formats"]>,
  map: (path: string) => string,
): NonNullable<Config["formats"]> {
  if (typeof formats === "string") return formats;
  const mapped = (use: FormatUse | ValueType | FormatModule): FormatUse | ValueType | FormatModule =>
    typeof use === "object" ? { module: map(use.module) } : use;
  return Object.fromEntries(Object.entries(formats).map(([format, use]) => [format, mapped(use)]));
}

/** The formats whose values can have each of the types. */
export const valueFormats: Readonly<Record<ValueType, readonly string[]>> = {
  Date: ["date-time", "date-time-rfc-2822"],
  bigint: ["int64", "uint64"],
  Uint8Array: ["byte", "base64url"],
};

export interface ReferenceConfig {
  readonly folders?: readonly string[];
  /** `example.com` or `example.com:8443`. */
  readonly hosts?: readonly string[];
}

/**
 * Operations by what the description says of them. In texts, `*` stands for anything but a slash and `**` for anything.
 */
export interface Selection {
  /** By `operationId`, or by method and path: `GET /pets/{id}`. */
  readonly operations?: readonly string[];
  readonly paths?: readonly string[];
  readonly tags?: readonly string[];
  readonly deprecated?: boolean;
}

export interface PackageConfig {
  /** The npm name; its last part also names the facade. */
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly license?: string;
}

/** What a package is called, and whether it has a changelog. */
export interface NamedPackage extends PackageConfig {
  readonly hasChangelog?: boolean;
}

/** Gives a configuration its type; an array stands for several packages. */
export function defineConfig<const T extends Config | readonly Config[]>(config: T): T {
  return config;
}

export interface ConfigProblem {
  /** `[0].output`, say; empty for the configuration as a whole. */
  readonly field: string;
  readonly problem: string;
  /** A field that there is not, and those that there are. */
  readonly unknown?: { readonly key: string; readonly known: readonly string[] };
}

/** What is wrong with a value that claims to be a configuration; an empty list when nothing is. */
export function configProblems(value: unknown): readonly ConfigProblem[] {
  if (isArray(value as Json)) {
    const list = value as readonly unknown[];
    if (list.length === 0) return [{ field: "", problem: "the list of packages is empty" }];
    return list.flatMap((each, i) =>
      configProblems(each).map(({ field, ...rest }) => ({
        field: field ? `[${i}].${field}` : `[${i}]`,
        ...rest,
      })),
    );
  }
  if (!isObject(value as Json))
    return [{ field: "", problem: "a configuration is an object, or a list of objects" }];
  const config = value as JsonObject;
  const problems: ConfigProblem[] = unknownFields(config, "", [
    "input",
    "overlays",
    "output",
    "include",
    "exclude",
    "references",
    "headers",
    "offline",
    "package",
    "formats",
    "plugins",
    "templates",
    "lock",
    "cache",
    "strict",
  ]);
  for (const field of ["input", "output"])
    if (typeof config[field] !== "string" || config[field] === "")
      problems.push({ field, problem: "must be a path" });
  if (typeof config["output"] === "string" && config["output"] !== "" && isTop(config["output"]))
    problems.push({ field: "output", problem: "must be a folder of its own, and not the top of the disk" });
  const { overlays, plugins, references, headers } = config;
  if (overlays !== undefined && !isTextList(overlays))
    problems.push({ field: "overlays", problem: "must be a list of paths" });
  if (plugins !== undefined && !isTextList(plugins))
    problems.push({ field: "plugins", problem: "must be a list of paths" });
  if (headers !== undefined && !(isObject(headers) && isTextList(Object.values(headers))))
    problems.push({ field: "headers", problem: "must be an object of texts" });
  for (const field of ["lock", "offline", "strict"])
    if (config[field] !== undefined && typeof config[field] !== "boolean")
      problems.push({ field, problem: "must be true or false" });
  const { cache, templates } = config;
  if (templates !== undefined && (typeof templates !== "string" || templates === ""))
    problems.push({ field: "templates", problem: "must be a folder" });
  if (cache !== undefined && cache !== false && (typeof cache !== "string" || cache === ""))
    problems.push({ field: "cache", problem: "must be a folder, or false" });
  return [
    ...problems,
    ...(["include", "exclude"] as const).flatMap((field) =>
      config[field] === undefined ? [] : selectionProblems(field, config[field]),
    ),
    ...(references === undefined ? [] : referencesProblems(references)),
    ...(config["package"] === undefined ? [] : packageProblems(config["package"])),
    ...(config["formats"] === undefined ? [] : formatsProblems(config["formats"])),
  ];
}

/** The same; a field that is misspelled comes with the one that is meant. */
export async function configMistakes(value: unknown): Promise<readonly ConfigProblem[]> {
  const problems = configProblems(value);
  if (problems.every((each) => each.unknown === undefined)) return problems;
  const { suggestion } = await import("./suggestion.js");
  return problems.map(({ field, problem, unknown }) => {
    const meant = unknown && suggestion(unknown.key, unknown.known);
    return { field, problem: meant === undefined ? problem : `is unknown; did you mean ${meant}?` };
  });
}

const isTextList = (value: Json): boolean =>
  isArray(value) && value.every((each) => typeof each === "string");

function referencesProblems(value: Json): readonly ConfigProblem[] {
  if (!isObject(value)) return [{ field: "references", problem: "must be an object" }];
  const wrong = (["folders", "hosts"] as const).filter((key) => !isTextList(value[key] ?? []));
  return [
    ...unknownFields(value, "references.", ["folders", "hosts"]),
    ...wrong.map((key) => ({ field: `references.${key}`, problem: "must be a list of texts" })),
  ];
}

function selectionProblems(field: string, value: Json): readonly ConfigProblem[] {
  if (!isObject(value)) return [{ field, problem: "must be an object" }];
  const lists = ["operations", "paths", "tags"] as const;
  const wrong = lists.filter((key) => value[key] !== undefined && !isTextList(value[key]));
  const { deprecated } = value;
  return [
    ...unknownFields(value, `${field}.`, [...lists, "deprecated"]),
    ...wrong.map((key) => ({ field: `${field}.${key}`, problem: "must be a list of texts" })),
    ...(deprecated === undefined || typeof deprecated === "boolean"
      ? []
      : [{ field: `${field}.deprecated`, problem: "must be true or false" }]),
  ];
}

const isFormatUse = (value: Json): boolean => value === "assertion" || value === "annotation";

function formatsProblems(value: Json): readonly ConfigProblem[] {
  const problem = 'must be "assertion" or "annotation"';
  if (isFormatUse(value)) return [];
  if (!isObject(value))
    return [{ field: "formats", problem: `${problem}, or an object that says so by format` }];
  return Object.entries(value).flatMap(([format, use]) => {
    const wrong = isFormatUse(use) || isFormatModule(use) ? undefined : valueProblem(format, use);
    return wrong === undefined ? [] : [{ field: `formats.${format}`, problem: wrong }];
  });
}

/** `{ module: "formats/money.ts" }`, and nothing else. */
const isFormatModule = (value: Json): boolean =>
  isObject(value) &&
  Object.keys(value).join() === "module" &&
  typeof value["module"] === "string" &&
  value["module"] !== "";

/** What is wrong with a use of a format that is neither a rule nor a note nor a module; undefined where it is a fitting type. */
function valueProblem(format: string, use: Json): string | undefined {
  const fitting = Object.keys(valueFormats).filter((type) =>
    valueFormats[type as ValueType].includes(format),
  );
  if (typeof use === "string" && fitting.includes(use)) return undefined;
  const types = fitting.map((type) => JSON.stringify(type));
  const known = ['"assertion"', '"annotation"', ...types, "{ module: <path> }"];
  const formats =
    typeof use === "string" && Object.hasOwn(valueFormats, use) ? valueFormats[use as ValueType] : [];
  const elsewhere = formats.length === 0 ? "" : `; ${JSON.stringify(use)} is for ${formats.join(" and ")}`;
  return `must be ${known.slice(0, -1).join(", ")} or ${known.at(-1) ?? ""}${elsewhere}`;
}

function packageProblems(value: Json): readonly ConfigProblem[] {
  if (!isObject(value)) return [{ field: "package", problem: "must be an object" }];
  const problems = unknownFields(value, "package.", ["name", "version", "license"]);
  for (const [key, field] of Object.entries(value))
    if (typeof field !== "string") problems.push({ field: `package.${key}`, problem: "must be a string" });
  const { name, version } = value;
  if (typeof name === "string" && !isPackageName(name))
    problems.push({ field: "package.name", problem: "must be an npm package name, in lower case" });
  if (typeof name === "string" && isBuiltin(name))
    problems.push({
      field: "package.name",
      problem: `is the name of a module of Node, which imports would find in its place: call it ${name.replaceAll("/", "-")}-api, say`,
    });
  if (typeof version === "string" && !/^\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$/.test(version))
    problems.push({ field: "package.version", problem: "must be a semantic version such as 1.0.0" });
  return problems;
}

function unknownFields(object: JsonObject, prefix: string, known: readonly string[]): ConfigProblem[] {
  return Object.keys(object)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      field: prefix + key,
      problem: `is unknown; known are ${known.join(", ")}`,
      unknown: { key, known },
    }));
}

const isPackageName = (name: string): boolean =>
  /^(@[a-z0-9-][a-z0-9._-]*\/)?[a-z0-9-][a-z0-9._-]*$/.test(name) &&
  name.length <= 214 &&
  !["node_modules", "favicon.ico"].includes(name);
