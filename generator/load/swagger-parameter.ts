/** Parameters of Swagger 2.0: what they are in OpenAPI 3.0, where some are the body of a request. */
import { type Json, type JsonObject, isArray, joinPointer } from "../json.js";
import { type Refer, present, schemaOf } from "./swagger-schema.js";

/** A value of the description as it was written, and where. */
export interface Written {
  readonly value: JsonObject;
  readonly pointer: string;
  /** For the references inside. */
  readonly refer: Refer;
}

/** What was written at `from` stands at `to` now. */
export type Move = (to: string, from: string) => void;

/** Reports what has no equivalent, where it is written. */
export type Refuse = (
  code: "parameter-style" | "wrong-type" | "ref-unresolved",
  pointer: string,
  detail: string,
) => void;

/** Swagger 2.0, Parameter Object: fields that say what a value is, which 3.0 has in a schema. */
const schemaFields: readonly string[] = [
  ...["type", "format", "items", "default", "enum", "pattern", "multipleOf", "uniqueItems", "x-nullable"],
  ...["maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"],
  ...["maxLength", "minLength", "maxItems", "minItems"],
];

export const isSchemaField = (key: string): boolean => schemaFields.includes(key);

export const pick = (object: JsonObject, isIt: (key: string) => boolean): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => isIt(key)));

export const isBody = ({ value }: Written): boolean => value["in"] === "body";
export const isField = ({ value }: Written): boolean => value["in"] === "formData";

/** One that stands in the URL or among the headers; it goes to `to`. */
export function parameterOf(
  { value, pointer, refer }: Written,
  to: string,
  move: Move,
  refuse: Refuse,
): Json {
  const { collectionFormat, ...rest } = value;
  move(to, pointer);
  move(joinPointer(to, "schema"), pointer);
  return {
    ...pick(rest, (key) => !isSchemaField(key)),
    ...styleOf(value, collectionFormat, `${pointer}/collectionFormat`, refuse),
    schema: schemaOf(pick(rest, isSchemaField), refer),
  };
}

/** The style of an array; csv is the usual one. */
function styleOf(
  { type, in: place }: JsonObject,
  format: Json | undefined,
  pointer: string,
  refuse: Refuse,
): JsonObject {
  if (type !== "array") return {};
  switch (format ?? "csv") {
    case "csv":
      return place === "query" || place === "formData" ? { style: "form", explode: false } : {};
    case "multi":
      return { style: "form", explode: true };
    case "ssv":
      return { style: "spaceDelimited", explode: false };
    case "pipes":
      return { style: "pipeDelimited", explode: false };
    case "tsv":
      refuse("parameter-style", pointer, "tsv");
      return {};
    default:
      refuse("wrong-type", pointer, "expected csv, ssv, tsv, pipes or multi");
      return {};
  }
}

/** The request body that parameters are together; undefined where none of them is in it. `to` is the operation. */
export function bodyOf(
  parameters: readonly Written[],
  consumes: readonly string[],
  to: string,
  move: Move,
  refuse: Refuse,
): JsonObject | undefined {
  const [body, ...more] = parameters.filter(isBody);
  const fields = parameters.filter(isField);
  for (const each of body === undefined ? [] : [...more, ...fields])
    refuse("wrong-type", each.pointer, "a request has one body");
  const at = joinPointer(to, "requestBody");
  if (body !== undefined) return wholeBody(body, consumes, at, move);
  return fields.length === 0 ? undefined : formOf(fields, consumes, at, move, refuse);
}

function wholeBody(
  { value, pointer, refer }: Written,
  consumes: readonly string[],
  to: string,
  move: Move,
): JsonObject {
  const { description, required, schema = {} } = value;
  const extensions = pick(value, isExtension);
  move(to, pointer);
  const types = consumes.length === 0 ? ["application/json"] : consumes;
  const content = types.map((type) => {
    move(joinPointer(to, "content", type, "schema"), joinPointer(pointer, "schema"));
    return [type, { schema: schemaOf(schema, refer) }] as const;
  });
  return { ...present({ description, required, content: Object.fromEntries(content) }), ...extensions };
}

const forms: readonly string[] = ["application/x-www-form-urlencoded", "multipart/form-data"];

/** Files need parts; else what the operation consumes decides. */
function formOf(
  fields: readonly Written[],
  consumes: readonly string[],
  to: string,
  move: Move,
  refuse: Refuse,
): JsonObject {
  const hasFile = fields.some(({ value }) => value["type"] === "file");
  const named = forms.filter((each) => consumes.includes(each));
  const types = hasFile ? forms.slice(1) : named.length === 0 ? forms.slice(0, 1) : named;
  const nameOf = ({ value }: Written): string => String(value["name"]);
  const required = fields.filter(({ value }) => value["required"] === true).map(nameOf);
  move(to, fields[0]?.pointer ?? to);
  const content = types.map((type) => {
    const at = joinPointer(to, "content", type);
    const properties = fields.map((each) => {
      move(joinPointer(at, "schema", "properties", nameOf(each)), each.pointer);
      move(joinPointer(at, "encoding", nameOf(each)), `${each.pointer}/collectionFormat`);
      return [nameOf(each), schemaOf(pick(each.value, isFieldSchema), each.refer)] as const;
    });
    const encoding = type === forms[0] ? encodingOf(fields, refuse) : {};
    if (type !== forms[0]) refuseJoined(fields, refuse);
    const schema = present({
      type: "object",
      required: required.length === 0 ? undefined : required,
      properties: Object.fromEntries(properties),
    });
    return [type, Object.keys(encoding).length === 0 ? { schema } : { schema, encoding }] as const;
  });
  return present({ required: required.length > 0 || undefined, content: Object.fromEntries(content) });
}

const isExtension = (key: string): boolean => key.startsWith("x-");

const isFieldSchema = (key: string): boolean =>
  isSchemaField(key) || isExtension(key) || key === "description";

function encodingOf(fields: readonly Written[], refuse: Refuse): JsonObject {
  const all = fields.map(({ value, pointer }) => [
    String(value["name"]),
    styleOf(value, value["collectionFormat"], `${pointer}/collectionFormat`, refuse),
  ]);
  return Object.fromEntries(all.filter(([, style]) => Object.keys(style as object).length > 0)) as JsonObject;
}

/** Each item of an array is a part; one part for all of them would be no array to anybody. */
function refuseJoined(fields: readonly Written[], refuse: Refuse): void {
  for (const { value, pointer } of fields) {
    const format = value["collectionFormat"];
    if (value["type"] === "array" && format !== undefined && format !== "multi")
      refuse("parameter-style", `${pointer}/collectionFormat`, `${String(format)} in a body of parts`);
  }
}

export const textsIn = (value: Json | undefined): readonly string[] =>
  isArray(value) ? value.filter((each) => typeof each === "string") : [];
