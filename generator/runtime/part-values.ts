/** What single parts of an answer hold. */
import { isJson } from "./media-type.js";
import { type Part, fileOf, isFile, textOf, typeOf } from "./parts.js";
import { readings } from "./readings.js";
import type { PartRules } from "./route.js";

/** JSON in parts is read by it. */
export type Parse = (text: string) => unknown;

/** How the parts of an array, or of a series, are read: the first ones by their places, and all others. */
export interface PlaceRules {
  readonly places?: readonly PartRules[];
  readonly others?: PartRules;
}

/** The value of the part at a place. */
export function valueAt(part: Part, place: number, rules: PlaceRules, parse: Parse): unknown {
  const own = rulesAt(rules, place);
  return partValue(part, own.types ?? ["string"], own, parse);
}

export const rulesAt = ({ places = [], others = {} }: PlaceRules, place: number): PartRules =>
  places[place] ?? others;

export function partValue(
  part: Part,
  types: NonNullable<PartRules["types"]>,
  { file, json }: PartRules,
  parse: Parse,
): unknown {
  const text = textOf(part);
  if (!file && (json || isJson(typeOf(part)))) return parse(text);
  return file || isFile(part) ? fileOf(part) : readings([text], [text], { types })[0];
}
