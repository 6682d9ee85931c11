/** Which keywords of a schema its invalid cases break. */
import { valueAt } from "./pointer.js";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : value === undefined ? [] : [value];

/** Keywords by the type that they speak of. */
const domains: Readonly<Record<string, readonly string[]>> = {
  string: ["minLength", "maxLength", "pattern", "format"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  array: ["minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains", "items"],
  object: ["required", "minProperties", "maxProperties", "propertyNames", "dependentRequired"],
};
const closing = ["additionalProperties", "unevaluatedProperties", "unevaluatedItems"];
const domainOf: ReadonlyMap<string, string> = new Map([
  ...Object.entries(domains).flatMap(([type, keywords]) => keywords.map((each) => [each, type] as const)),
  ...closing.map((each) => [each, each.endsWith("Items") ? "array" : "object"] as const),
]);
const others: readonly string[] = ["type", "enum", "const", "not", "anyOf", "oneOf"];

/** Keywords that are broken under another name. */
const codes: Readonly<Record<string, readonly string[]>> = {
  minimum: ["minimum", "exclusiveMinimum"],
  maximum: ["maximum", "exclusiveMaximum"],
  contains: ["contains", "minContains"],
  minContains: ["contains", "minContains"],
  items: ["never"],
};

/** Whether a keyword with this value forbids anything that the schema's type and its other rules do not. */
function forbids(keyword: string, value: unknown, schema: Fields): boolean {
  const { enum: values, const: only } = schema;
  const types = listOf(schema["type"]).filter((each) => each !== "null");
  const domain = domainOf.get(keyword);
  const listed = values !== undefined || only !== undefined;
  if (domain !== undefined) {
    const type = types.length === 1 ? String(types[0]).replace("integer", "number") : undefined;
    const [part] = [schema["allOf"], schema["anyOf"], schema["oneOf"]].flatMap(listOf);
    const ofParts = keyword.startsWith("unevaluated") && isFields(part) ? part["type"] : undefined;
    if ((type ?? ofParts) !== domain || listed) return false;
  } else if (!others.includes(keyword)) return false;
  // All items are judged by it.
  if (keyword === "unevaluatedItems" && schema["items"] !== undefined) return false;
  if (keyword === "type") return !listed;
  if (keyword === "format") return value !== "password";
  if (keyword === "items" || closing.includes(keyword)) return value === false;
  if (keyword === "anyOf") return listOf(value).filter((each) => !isNull(each)).length > 1;
  return value !== 0 && value !== false;
}

const isNull = (schema: unknown): boolean => isFields(schema) && schema["type"] === "null";

/** The keywords of the schema at a pointer, and of the schemas of its parts. */
export function brokenIn(
  document: object,
  pointer: string,
  found: readonly string[],
): readonly { readonly keyword: string; readonly isBroken: boolean }[] {
  return [...new Set(keywordsOf(valueAt(document, pointer)))].map((keyword) => ({
    keyword,
    isBroken: (codes[keyword] ?? [keyword]).some((code) => found.includes(code)),
  }));
}

function keywordsOf(schema: unknown): readonly string[] {
  if (!isFields(schema)) return [];
  const own = Object.entries(schema).filter(([keyword, value]) => forbids(keyword, value, schema));
  const { properties, items, prefixItems, additionalProperties, uniqueItems, maxItems } = schema;
  // What breaks one item of a list of different ones may break their being different, or not be there.
  const heads = uniqueItems === true || maxItems === 0 ? [] : [...listOf(prefixItems), items];
  const inner = [...heads, additionalProperties, ...(isFields(properties) ? Object.values(properties) : [])];
  return [...own.map(([keyword]) => keyword), ...inner.flatMap(keywordsOf)];
}
