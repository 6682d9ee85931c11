/** Of which kind an object is, by where it stands: what a reference leads to must be what is wanted in its place. */
import { placeIn } from "../documents.js";
import { operationFields } from "../fields.js";
import { splitPointer } from "../json.js";

/** Where objects of a kind hold others: one in a field, several in a list or a map, and what is no object of its own. */
interface Kind {
  /** As it is called in messages; what lacks a name is only on the way to others. */
  readonly name?: string;
  readonly one?: Readonly<Record<string, () => Kind>>;
  readonly many?: Readonly<Record<string, () => Kind>>;
  /** What each member is. */
  readonly each?: () => Kind;
}

const fields = <T>(names: string, value: T): Readonly<Record<string, T>> =>
  Object.fromEntries(names.split(" ").map((each) => [each, value]));

const schema: Kind = {
  name: "a schema",
  one: fields(
    "items contains additionalProperties propertyNames not if then else unevaluatedItems unevaluatedProperties contentSchema",
    () => schema,
  ),
  many: fields(
    "allOf anyOf oneOf prefixItems properties patternProperties dependentSchemas $defs definitions",
    () => schema,
  ),
};
const example: Kind = { name: "an example" };
const mediaType: Kind = {
  name: "a media type",
  one: fields("schema itemSchema", () => schema),
  many: { encoding: () => encoding, examples: () => example },
};
const ofValues: Kind = {
  one: { schema: () => schema },
  many: { content: () => mediaType, examples: () => example },
};
const header: Kind = { ...ofValues, name: "a header" };
const encoding: Kind = { name: "an encoding", many: { headers: () => header } };
const parameter: Kind = { ...ofValues, name: "a parameter" };
const requestBody: Kind = { name: "a request body", many: { content: () => mediaType } };
const link: Kind = { name: "a link" };
const response: Kind = {
  name: "a response",
  many: { headers: () => header, content: () => mediaType, links: () => link },
};
const callback: Kind = { name: "a callback", each: () => pathItem };
const operation: Kind = {
  name: "an operation",
  one: { requestBody: () => requestBody },
  many: { parameters: () => parameter, responses: () => response, callbacks: () => callback },
};
const pathItem: Kind = {
  name: "a path item",
  one: fields(operationFields.join(" "), () => operation),
  many: { parameters: () => parameter, additionalOperations: () => operation },
};
const components: Kind = {
  many: {
    schemas: () => schema,
    responses: () => response,
    parameters: () => parameter,
    examples: () => example,
    requestBodies: () => requestBody,
    headers: () => header,
    securitySchemes: () => ({ name: "a security scheme" }),
    links: () => link,
    callbacks: () => callback,
    pathItems: () => pathItem,
    mediaTypes: () => mediaType,
  },
};
const description: Kind = {
  one: { components: () => components },
  many: fields("paths webhooks", () => pathItem),
};

/** What stands at a pointer, if its place alone says so: `a schema`, `a response` … */
export function kindAt(pointer: string): string | undefined {
  const keys = splitPointer(placeIn(pointer).pointer);
  let kind: Kind | undefined = description;
  for (let i = 0; i < keys.length && kind !== undefined; i++) {
    const key = keys[i] as string;
    const own: Kind["one"] = kind.one;
    const many: Kind["many"] = kind.many;
    if (own !== undefined && Object.hasOwn(own, key)) kind = own[key]?.();
    else if (many !== undefined && Object.hasOwn(many, key)) {
      i += 1;
      kind = i < keys.length ? many[key]?.() : undefined;
    } else kind = key.startsWith("x-") ? undefined : kind.each?.();
  }
  return kind?.name;
}
