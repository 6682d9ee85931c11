/** The formats of the user's own: each a module that is run here, proved, and copied into the package. */
import { type Config, formatModules } from "../config.js";
import { type Diagnostic, diagnostic } from "../diagnostics.js";
import { digest } from "../digest.js";
import type { OwnFormat } from "../model/formats.js";
import { NameTable, fileNames } from "../model/names.js";
import type { ReadFile } from "../read-file.js";
import { importModule, textOf } from "./import.js";
import { type Problem, problem, problemThrown } from "./thrown.js";
import { problemIn, typesIn } from "./prove-format.js";

export interface OwnFormats {
  readonly formats: ReadonlyMap<string, OwnFormat>;
  readonly read: readonly ReadFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The formats of a configuration; one that is not fit to use has an error, and is left out. */
export async function readFormats(config: Config): Promise<OwnFormats> {
  const files = new NameTable(undefined, []);
  const formats = new Map<string, OwnFormat>();
  const read: ReadFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [name, path] of formatModules(config)) {
    const module = `formats/${files.claim(fileNames(name, name), name)}`;
    const text = await textOf(path);
    if (text !== undefined) read.push({ path, digest: digest(text) });
    const found = await formatOf(path, { name, module, text });
    if ("is" in found) formats.set(name, found);
    else diagnostics.push(diagnostic("format-invalid", { file: path, ...found.place }, found.detail));
  }
  return { formats, read, diagnostics };
}

interface Claimed {
  readonly name: string;
  readonly module: string;
  readonly text: string | undefined;
}

/** The format of a module, or what is wrong with it. */
async function formatOf(path: string, claimed: Claimed): Promise<OwnFormat | Problem> {
  if (claimed.text === undefined) return problem("there is no such file");
  let exported: Readonly<Record<string, unknown>>;
  try {
    exported = await importModule(path);
  } catch (cause) {
    return problemThrown("it cannot be run", cause, path);
  }
  try {
    const found = proved({ ...claimed, text: claimed.text }, exported);
    return typeof found === "string" ? problem(found) : found;
  } catch (cause) {
    return problemThrown("it throws", cause, path);
  }
}

/** The format that a module exports, or what is wrong with it. Throws what its functions throw. */
function proved(
  { name, module, text }: Claimed & { readonly text: string },
  exported: Readonly<Record<string, unknown>>,
): OwnFormat | string {
  const missing = ["is", "sample"].find((each) => typeof exported[each] !== "function");
  if (missing !== undefined) return `it exports no function \`${missing}\``;
  const pair = ["read", "write"].filter((each) => typeof exported[each] === "function");
  const hasType = /^export (?:declare )?(?:type|interface|(?:abstract )?class) Value\b/m.test(text);
  if (pair.length !== (hasType ? 2 : 0))
    return "`Value`, `read` and `write` are exported together, or none of them";
  const { is, sample, read, write } = exported as unknown as Functions;
  const format: OwnFormat = { name, module, text, is, sample };
  const codec = hasType ? { read, write, types: [] } : undefined;
  const wrong = problemIn(format, codec);
  if (wrong !== undefined || codec === undefined) return wrong ?? format;
  return { ...format, codec: { ...codec, types: typesIn(format, codec) } };
}

interface Functions {
  readonly is: OwnFormat["is"];
  readonly sample: OwnFormat["sample"];
  readonly read: NonNullable<OwnFormat["codec"]>["read"];
  readonly write: NonNullable<OwnFormat["codec"]>["write"];
}
