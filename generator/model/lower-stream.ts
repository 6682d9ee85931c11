/** Media types of series: JSON lines and events, and what their schemas say of one item. */
import { isArray, member } from "../json.js";
import type { Content } from "./content.js";
import { type At, type Reader, field, followed, reportLater } from "./reader.js";

/**
 * The schema of one item: `itemSchema` (OpenAPI 3.2, section 4.14.2), the items of an array, or else the schema, which
 * descriptions before 3.2 give items for want of a keyword.
 */
export function itemSchema(reader: Reader, media: At): At | undefined {
  const item = field(media, "itemSchema");
  reportLater(reader, item);
  if (item !== undefined) return item;
  const schema = field(media, "schema");
  const whole = followed(reader, schema);
  return (whole && member(whole.value, "type") === "array" ? field(whole, "items") : undefined) ?? schema;
}

/**
 * What is known of the data of events. Of a schema of events themselves (OpenAPI 3.2, section 4.14.4.3) that of their
 * `data` counts, and of text that holds JSON the schema of its content.
 */
export function eventData(
  reader: Reader,
  media: At,
): { readonly schema: At | undefined; readonly data: NonNullable<Content["data"]> } {
  const item = itemSchema(reader, media);
  const properties = field(followed(reader, item) ?? media, "properties");
  const isEvent =
    field(media, "itemSchema") !== undefined ||
    ["event", "id", "retry"].some((key) => properties && field(properties, key) !== undefined);
  const data = (isEvent && properties && field(properties, "data")) || undefined;
  const inside = data && field(followed(reader, data) ?? data, "contentSchema");
  const schema = inside ?? data ?? item;
  return { schema, data: inside === undefined ? kindOf(reader, schema) : "json" };
}

function kindOf(reader: Reader, schema: At | undefined): NonNullable<Content["data"]> {
  const whole = followed(reader, schema);
  if (whole === undefined || Object.keys(Object(whole.value) as object).length === 0) return "loose";
  if (isText(whole)) return "text";
  const branches = ["oneOf", "anyOf"].flatMap((keyword) => {
    const list = field(whole, keyword);
    return list !== undefined && isArray(list.value)
      ? list.value.map((_, i) => followed(reader, field(list, String(i))))
      : [];
  });
  return branches.some((each) => each !== undefined && isText(each)) ? "loose" : "json";
}

const isText = ({ value }: At): boolean =>
  member(value, "type") === "string" || typeof member(value, "const") === "string";
