/** Answers of several parts. */
import type { Decode } from "./client.js";
import { blob, unexpected } from "./decode.js";
import { isJson } from "./media-type.js";
import { type Parse, type PlaceRules, partValue, valueAt } from "./part-values.js";
import { type Part, isFile, partsByName, partsOf, textOf, typeOf } from "./parts.js";
import { type MemberRules, memberRules, readings } from "./readings.js";
import type { PartRules } from "./route.js";

/**
 * An object of parts by name; those without one have the names of `rules`, in their order. One that occurs more than once, or
 * can, is an array. JSON in parts is read by `parse`.
 */
export function namedParts(rules: MemberRules<PartRules> = {}, parse: Parse = JSON.parse): Decode {
  return decodeParts((parts) =>
    Object.fromEntries(
      [...partsByName(parts, Object.keys(rules.fields ?? {}))].map(([name, all]) => [
        name,
        valueOf(all, memberRules(rules, name) ?? {}, parse),
      ]),
    ),
  );
}

/** An array of parts. */
export function listedParts(rules: PlaceRules = {}, parse: Parse = JSON.parse): Decode {
  return decodeParts((parts) => parts.map((each, i) => valueAt(each, i, rules, parse)));
}

/** Throws a `ResponseError` for what is no body of parts. */
function decodeParts(read: (parts: readonly Part[]) => unknown): Decode {
  return async (response) => {
    const bytes = new Uint8Array(await (await blob(response)).arrayBuffer());
    const body = (): string => new TextDecoder().decode(bytes);
    const type = response.headers.get("content-type") ?? "";
    if (!/^\s*multipart\//i.test(type)) throw unexpected("parts", response, body());
    try {
      return read(partsOf(type, bytes));
    } catch (cause) {
      throw unexpected("valid parts", response, body(), cause);
    }
  };
}

function valueOf(parts: readonly Part[], rules: PartRules, parse: Parse): unknown {
  const { types, items } = rules;
  const texts = parts.map(textOf);
  if (!rules.json && !parts.some((each) => isRead(each, rules))) return readings(texts, texts, rules)[0];
  const all = parts.map((each) => partValue(each, items ?? types ?? ["string"], rules, parse));
  return items === undefined && all.length === 1 ? all[0] : all;
}

/** Whether a part is no text. */
const isRead = (part: Part, { file }: PartRules): boolean =>
  file === true || isFile(part) || isJson(typeOf(part));
