/** Which keywords of a schema its invalid cases break. */

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Keywords that can be broken, and under which code. */
const codes: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    [
      ...["type", "enum", "const", "minLength", "maxLength", "pattern", "format", "multipleOf", "required"],
      ...["minItems", "maxItems", "uniqueItems", "maxContains", "minProperties", "maxProperties", "not"],
      ...["propertyNames", "dependentRequired", "anyOf", "oneOf", "additionalProperties"],
      ...["unevaluatedProperties", "unevaluatedItems", "exclusiveMinimum", "exclusiveMaximum"],
    ].map((keyword) => [keyword, [keyword]]),
  ),
  minimum: ["minimum", "exclusiveMinimum"],
  maximum: ["maximum", "exclusiveMaximum"],
  contains: ["contains", "minContains"],
  minContains: ["contains", "minContains"],
  items: ["never"],
};

/** Whether a keyword with this value forbids anything. */
function forbids(keyword: string, value: unknown, { type, enum: values, const: only }: Fields): boolean {
  if (keyword === "type") return values === undefined && only === undefined;
  if (keyword === "format") return value !== "password";
  if (keyword === "items" || keyword === "additionalProperties") return value === false;
  if (/^unevaluated/.test(keyword)) return value === false;
  if (/^min(Length|Items|Contains|Properties)$/.test(keyword)) return value !== 0;
  if (keyword === "contains") return type === "array";
  return typeof value !== "boolean" || value;
}

/** The keywords of the schema at a pointer, and of the schemas that apply to its parts whatever the value is. */
export function brokenIn(
  document: object,
  pointer: string,
  found: readonly string[],
): readonly { readonly keyword: string; readonly isBroken: boolean }[] {
  const schema = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((inner, step) => (inner as Fields | undefined)?.[step], document);
  return [...new Set(keywordsOf(schema))].map((keyword) => ({
    keyword,
    isBroken: codes[keyword]?.some((code) => found.includes(code)) === true,
  }));
}

function keywordsOf(schema: unknown): readonly string[] {
  if (!isFields(schema)) return [];
  const own = Object.entries(schema).filter(
    ([keyword, value]) => keyword in codes && forbids(keyword, value, schema),
  );
  const { allOf, properties, items, prefixItems, additionalProperties } = schema;
  const inner = [allOf, prefixItems, [items], [additionalProperties]].flatMap((each) =>
    Array.isArray(each) ? (each as readonly unknown[]) : [],
  );
  const all = [...inner, ...(isFields(properties) ? Object.values(properties) : [])];
  return [...own.map(([keyword]) => keyword), ...all.flatMap(keywordsOf)];
}
