/** Reads the bodies of requests that are forms of several parts. */
import { type Part, dispositionOf, fileOf, partsByName, textOf } from "./parts.js";
import { readValue, unreadable } from "./read-contents.js";
import { fieldReadings } from "./read-form.js";
import { memberRules } from "./readings.js";
import { readParts } from "./read-parts.js";
import type { RouteContent } from "./route.js";
import { type Read, settled } from "./settled.js";

export const readMultipart: RouteContent["read"] = (content, request) =>
  readParts(content, request, formParts);

/** RFC 7578: each part has a name, and one that occurs more than once is an array. */
export function formParts(content: RouteContent, parts: readonly Part[]): Read {
  const nameless = parts.find((each) => dispositionOf(each, "name") === undefined);
  if (nameless !== undefined) return unreadable(content, textOf(nameless));
  const fields = [...partsByName(parts, [])].map(
    ([name, all]) => [name, partReadings(content, name, all)] as const,
  );
  return settled(new Map(fields), (wire) => readValue(content, wire));
}

/**
 * A file, which has the name of one, is that, whatever it could be read as; but JSON where the description says so, to which
 * forms of browsers give a name as well.
 */
function partReadings(content: RouteContent, name: string, parts: readonly Part[]): readonly unknown[] {
  const isFile = (part: Part): boolean => dispositionOf(part, "filename") !== undefined;
  const texts = (): readonly unknown[] => fieldReadings(content, name, parts.map(textOf));
  if (!parts.some(isFile)) return texts();
  const all = parts.map((each) => (isFile(each) ? fileOf(each) : textOf(each)));
  const files = [...(all.length === 1 ? all : []), all];
  return memberRules(content, name)?.json ? [...texts(), ...files] : files;
}
