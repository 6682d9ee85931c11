/** Writes the bodies of answers. */
import { type Series, streamOf } from "./json-lines.js";
import type { AnswerFormat } from "./route.js";

export function writeJson(
  body: unknown,
  { convert = same, stringify = JSON.stringify }: AnswerFormat,
): string | null {
  return stringify(convert(body)) ?? null;
}

const same = (value: unknown): unknown => value;

/** Text or bytes, as they are. */
export function writeRaw(body: unknown, { convert = same }: AnswerFormat): BodyInit | null {
  return body === undefined ? null : (convert(body) as BodyInit);
}

/** A series of JSON texts, one a line; records of RFC 7464 begin with a mark. */
export function writeLines(
  body: unknown,
  { type, convert = same, stringify = JSON.stringify }: AnswerFormat,
): BodyInit {
  const mark = /\bjson-seq\b/i.test(type) ? "\x1e" : "";
  return streamOf(body as Series<unknown>, (item) => `${mark}${stringify(convert(item))}\n`);
}

/** A series of events (HTML Standard, section 9.2.5): `{ event, data, id }`, or data alone. Data that is no text is JSON. */
export function writeEvents(
  body: unknown,
  { convert = same, stringify = JSON.stringify }: AnswerFormat,
): BodyInit {
  return streamOf(body as Series<unknown>, (item) => {
    const given = Object(item) as { readonly event?: string; readonly data?: unknown; readonly id?: string };
    const { event, data, id } = "data" in given ? given : { data: item };
    const wire = convert(data);
    const text = typeof wire === "string" ? wire : (stringify(wire) ?? "");
    const lines = [
      ...(event === undefined ? [] : [`event: ${event}`]),
      ...(id === undefined ? [] : [`id: ${id}`]),
      ...text.split(/\r\n|\n|\r/).map((line) => `data: ${line}`),
    ];
    return `${lines.join("\n")}\n\n`;
  });
}
