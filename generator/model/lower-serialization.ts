/** How the values of parameters are written: by a style, as a media type says, or as the whole query. */
import { essence, isJson } from "./content.js";
import {
  type ParameterLocation,
  type ParameterStyle,
  type Serialization,
  explodesByDefault,
  locationStyles,
} from "./parameter.js";
import {
  type At,
  type Reader,
  booleanField,
  field,
  members,
  objectField,
  reportLater,
  stringField,
} from "./reader.js";

const form = "application/x-www-form-urlencoded";

/**
 * The whole query as one value (OpenAPI 3.2, section 4.12.1): a form, which is what an object is that explodes in a query, or
 * one text, which is JSON or the value itself.
 */
function lowerWholeQuery(reader: Reader, at: At, name: string): SchemaAndSerialization {
  reportLater(reader, field(at, "in"));
  const [media, ...more] = members(objectField(reader, at, "content"));
  const isForm = media !== undefined && essence(media.key) === form;
  if (media === undefined || more.length > 0)
    reader.report("parameter-content", at.pointer, `${name}: the whole query is of one media type`);
  const encoding = media && isForm ? field(media, "encoding") : undefined;
  if (encoding !== undefined)
    reader.report(
      "parameter-content",
      encoding.pointer,
      `${name}: a form as the whole query has no encodings`,
    );
  const schema = media && field(media, "schema");
  const json = media !== undefined && isJson(media.key);
  const common = { schema, style: "form", explode: true, allowReserved: false, json } as const;
  return isForm ? common : { ...common, whole: true };
}

/** Fields that have a meaning beside `schema` alone (OpenAPI 3.1.1, section 4.8.12.2.2). */
const schemaFields = ["style", "explode", "allowReserved"] as const;

type SchemaAndSerialization = Serialization & { readonly schema: At | undefined };

/** The style of a parameter, or the media type that takes its place; reports what it cannot be. */
export function lowerSerialization(
  reader: Reader,
  at: At,
  name: string,
  location: ParameterLocation | "querystring",
): SchemaAndSerialization {
  if (location === "querystring") return lowerWholeQuery(reader, at, name);
  const schema = field(at, "schema");
  if (field(at, "content") !== undefined) {
    if (schema !== undefined)
      reader.report("parameter-content", `${at.pointer}/schema`, `${name} has a schema as well`);
    return lowerParameterContent(reader, at, name, location);
  }
  if (schema === undefined) reader.report("missing-field", at.pointer, `${name}: schema`);
  return { schema, ...lowerStyle(reader, at, location), json: false };
}

/** A value that is written as its media type says, and then as a text of the usual style. */
function lowerParameterContent(
  reader: Reader,
  at: At,
  name: string,
  location: ParameterLocation,
): SchemaAndSerialization {
  const [style] = locationStyles[location] as readonly [ParameterStyle];
  for (const key of schemaFields) ignoreField(reader, field(at, key), "content says how it is written");
  const all = members(objectField(reader, at, "content"));
  const [media] = all;
  const json = media !== undefined && isJson(media.key);
  if (media === undefined || all.length > 1 || !(json || essence(media.key) === "text/plain"))
    reader.report(
      "parameter-content",
      `${at.pointer}/content`,
      `${name}: ${all.map((each) => each.key).join(", ") || "nothing"}`,
    );
  const schema = media && field(media, "schema");
  return { schema, style, explode: explodesByDefault(style), allowReserved: false, json };
}

/** OpenAPI 3.1.1, section 4.8.12.2.2, and the table of section 4.8.12.4. */
function lowerStyle(reader: Reader, at: At, location: ParameterLocation): Omit<Serialization, "json"> {
  const styles = locationStyles[location];
  const wish = stringField(reader, at, "style") ?? styles[0];
  const style = styles.find((each) => each === wish);
  if (style === undefined)
    reader.report("parameter-style", `${at.pointer}/style`, `${wish ?? ""} in ${location}`);
  const explode =
    field(at, "explode") === undefined
      ? explodesByDefault(style ?? "simple")
      : booleanField(reader, at, "explode");
  const reserved = booleanField(reader, at, "allowReserved");
  if (reserved && location !== "query")
    ignoreField(reader, field(at, "allowReserved"), "it speaks of the query");
  return { ...settledStyle(style ?? "simple", explode), allowReserved: reserved && location === "query" };
}

/**
 * What the table leaves open: an object in brackets has a name for each member anyway, and items that are delimited by
 * spaces or pipes, yet exploded, have names of their own, which is what `form` writes.
 */
function settledStyle(style: ParameterStyle, explode: boolean): Pick<Serialization, "style" | "explode"> {
  if (style === "deepObject") return { style, explode: true };
  const delimited = style === "spaceDelimited" || style === "pipeDelimited";
  return { style: delimited && explode ? "form" : style, explode };
}

/** Warns of a field that means nothing here. */
export function ignoreField(reader: Reader, at: At | undefined, why: string): void {
  if (at !== undefined) reader.report("parameter-field", at.pointer, why);
}
