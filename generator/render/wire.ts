/** The exact wire contract as openapi-typescript prints it: `paths`, `components` and `operations`. */
import openapiTS, { type OpenAPI3, astToString } from "openapi-typescript";
import { type Json, type JsonObject, isArray, isObject, member, valueAt } from "../json.js";
import { localPointer } from "../model/reader.js";

/** `schema.ts` for a canonical description. */
export async function printWire(data: JsonObject): Promise<string> {
  const prepared = prepare(data, data, new Set());
  const text = astToString(await openapiTS(prepared as unknown as OpenAPI3, { silent: true }));
  return text.replace(disguised, (_, name: string) => name);
}

/**
 * The same description in the form that openapi-typescript reads without stumbling: references into the inside of
 * something are written out, a discriminator's mapping holds references only, and names that every object inherits
 * are disguised until the text is there.
 */
function prepare(value: Json, root: JsonObject, open: ReadonlySet<string>): Json {
  if (isArray(value)) return value.map((each) => prepare(each, root, open));
  if (!isObject(value)) return value;
  const ref = member(value, "$ref");
  const pointer = typeof ref === "string" ? localPointer(ref) : undefined;
  if (pointer !== undefined && !isComponent(pointer) && !open.has(pointer))
    return prepare(valueAt(root, pointer) ?? {}, root, new Set([...open, pointer]));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      inherited.has(key) ? `specwright_inherited_${key}` : key,
      key === "discriminator" ? prepareMapping(each, root, open) : prepare(each, root, open),
    ]),
  );
}

const isComponent = (pointer: string): boolean => /^\/components\/[^/]+\/[^/]+$/.test(pointer);
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));
const disguised = /specwright_inherited_(\w+)/g;

function prepareMapping(discriminator: Json, root: JsonObject, open: ReadonlySet<string>): Json {
  const mapping = member(discriminator, "mapping");
  if (!isObject(discriminator) || !isObject(mapping)) return prepare(discriminator, root, open);
  const full = Object.entries(mapping).map(([tag, target]) => [
    tag,
    typeof target === "string" && !/[#/.]/.test(target) ? `#/components/schemas/${target}` : target,
  ]);
  return { ...discriminator, mapping: Object.fromEntries(full) as JsonObject };
}
