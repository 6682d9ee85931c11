/** Names for schemas that are only known by their places. */
import { placeIn } from "../documents.js";
import { splitPointer } from "../json.js";
import { pascalCase } from "./names.js";

/** The telling steps of a pointer, in order; in another document these begin with its name where it is one whole. */
export function placeName(pointer: string): string {
  const { document, pointer: inside } = placeIn(pointer);
  const shared = /^\/components\/(requestBodies|responses)\/([^/]+)\/content\/[^/]+\/schema$/.exec(inside);
  if (shared !== null) return pascalCase(shared[2] ?? "") + (shared[1] === "responses" ? "Response" : "Body");
  const [, kept] = /^\/components\/mediaTypes\/([^/]+)\/(schema|itemSchema)$/.exec(inside) ?? [];
  if (kept !== undefined) return `${pascalCase(kept)}Content`;
  const held = /^(.*)\/content\/[^/]+\/schema$/.exec(inside);
  // Whether that is a request or an answer can only be seen where it is used.
  if (document !== undefined && held !== null) return `${wordsOf(document, held[1] ?? "")}Content`;
  return wordsOf(document, inside);
}

function wordsOf(document: string | undefined, pointer: string): string {
  const steps = splitPointer(
    document === undefined ? pointer : pointer.replace(/^\/(definitions|\$defs)/, ""),
  );
  const whole = document !== undefined && isPartOfWhole(steps[0]) ? [baseName(document)] : [];
  return pascalCase([...whole, ...steps.filter((step) => !silent.has(step))].join(" "));
}

const silent: ReadonlySet<string> = new Set([
  ...["components", "schemas", "paths", "properties", "content", "schema", "responses"],
]);

/** Whether a document is something itself, a schema or a path item say, and no collection of such. */
const isPartOfWhole = (step: string | undefined): boolean => step === undefined || keywords.has(step);

const keywords: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "additionalProperties", "propertyNames", "items", "prefixItems"],
  ...["allOf", "anyOf", "oneOf", "not", "contains", "if", "then", "else", "dependentSchemas"],
  ...[
    "content",
    "schema",
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "query",
    "trace",
    "itemSchema",
  ],
]);

/** A document's name without folders and ending. */
const baseName = (document: string): string => document.replace(/^.*\//, "").replace(/\.\w+$/, "");
