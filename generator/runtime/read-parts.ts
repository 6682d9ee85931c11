/** Reads the bodies of requests that are of several parts but no forms. */
import { isJson } from "./media-type.js";
import { type Part, fileOf, isFile, partsByName, partsOf, textOf, typeOf } from "./parts.js";
import { nothing, readValue, unreadable } from "./read-contents.js";
import { memberRules } from "./readings.js";
import { fieldReadings } from "./read-form.js";
import type { PartRules, RouteContent } from "./route.js";
import { type Read, settled } from "./settled.js";
import { rulesAt } from "./part-values.js";

/** From parts to a body, as a content of the description says. */
export type ReadParts = (content: RouteContent, parts: readonly Part[]) => Read;

export const readNamedParts: RouteContent["read"] = (content, request) =>
  readParts(content, request, namedParts);

export const readListedParts: RouteContent["read"] = (content, request) =>
  readParts(content, request, listedParts);

export const readPartSeries: RouteContent["read"] = (content, request) =>
  readParts(content, request, partSeries);

/** An object of parts by name. */
export function namedParts(content: RouteContent, parts: readonly Part[]): Read {
  const found = partsByName(parts, Object.keys(content.fields ?? {}));
  const fields = [...found].map(([name, all]) => [name, partReadings(content, name, all)] as const);
  return settled(new Map(fields), (wire) => readValue(content, wire));
}

/** An array of parts. */
export function listedParts(content: RouteContent, parts: readonly Part[]): Read {
  const items = parts.map((each, i) => [String(i), readingsAt(content, each, i)] as const);
  return settled(new Map(items), (wire) => readValue(content, Object.values(wire as object)));
}

/** A series of parts, each checked by itself. */
export function partSeries(content: RouteContent, parts: readonly Part[]): Read {
  const items = parts.map((each, i) => {
    const all = readingsAt(content, each, i).map((wire) => readValue(content, wire));
    return all.find(({ issues }) => issues.length === 0) ?? all[0] ?? nothing;
  });
  for (const [i, { issues }] of items.entries()) for (const issue of issues) issue.within(i, undefined);
  return { value: items.map((each) => each.value), issues: items.flatMap((each) => each.issues) };
}

/** What the part at a place can stand for. */
const readingsAt = (content: RouteContent, part: Part, place: number): readonly unknown[] =>
  partReadings({ ...content, fields: {}, others: rulesAt(content, place) }, "", [part]);

export async function readParts(content: RouteContent, request: Request, read: ReadParts): Promise<Read> {
  const type = request.headers.get("content-type");
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (type === null && bytes.length === 0) return nothing;
  let parts: readonly Part[];
  try {
    parts = partsOf(type ?? "", bytes);
  } catch {
    return unreadable(content, type);
  }
  return read(content, parts);
}

/** A file is one, whatever it could be read as; what is JSON by its media type is read as that first. */
function partReadings(content: RouteContent, name: string, parts: readonly Part[]): readonly unknown[] {
  const rules: PartRules = memberRules(content, name) ?? {};
  if (rules.file || (!rules.json && parts.some(isFile))) {
    const files = parts.map(fileOf);
    return [...(files.length === 1 ? files : []), files];
  }
  const texts = parts.map(textOf);
  const json = !rules.json &&
    parts.every((each) => isJson(typeOf(each))) && { [name]: { json: true as const } };
  return fieldReadings({ ...content, ...(json && { fields: json }) }, name, texts);
}
