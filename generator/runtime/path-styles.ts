/** Path parameters that are not just a text: lists, members, and the styles `label` and `matrix`. */
import { type ObjectValue, isObject, membersOf } from "./members.js";
import type { WritePathValue } from "./path.js";
import { type ParameterValue, encode, textsOf, unfit } from "./texts.js";

/** What a style makes of a value: undefined where the value is, so that the path says what is missing. */
type Written = WritePathValue | undefined;

/** `blue,black`, `R=100,G=200` (RFC 6570, section 3.2.2). An empty value would be another path, and is refused. */
export function simple(value: ObjectValue): Written {
  return written(value, (name, path) => {
    const text = items(name, path, value).join(",");
    if (/^\.{0,2}$/.test(text)) throw misleading(name, text, path);
    return text;
  });
}

/** `.blue,black` (RFC 6570, section 3.2.5). */
export function label(value: ParameterValue): Written {
  return written(value, (name, path) => dotted(name, path, items(name, path, value).join(",")));
}

/** `.blue.black`, `.R=100.G=200`. A dot in an item cannot be told from one between two: it is unreserved. */
export function labelExploded(value: ObjectValue): Written {
  return written(value, (name, path) => dotted(name, path, items(name, path, value).join(".")));
}

/** `;color=blue,black`, or `;color` where the value is empty (RFC 6570, section 3.2.7). */
export function matrix(value: ParameterValue): Written {
  return written(value, (name, path) => assignment(name, items(name, path, value).join(",")));
}

/** `;color=blue;color=black`, `;R=100;G=200`; what has no items is an empty value. */
export function matrixExploded(value: ObjectValue): Written {
  return written(value, (name, path) => {
    const all = isObject(value)
      ? members(name, path, value).map(([member, text]) => assigned(member, text))
      : items(name, path, value).map((each) => assignment(name, each));
    return all.join("") || assignment(name, "");
  });
}

function written(value: ObjectValue, write: WritePathValue): Written {
  return value === undefined ? undefined : write;
}

/** The items of an array, or the members of an object as assignments, percent-encoded. */
function items(name: string, path: string, value: ObjectValue): readonly string[] {
  return isObject(value)
    ? members(name, path, value).map(([member, text]) => `${member}=${text}`)
    : textsOf(value as ParameterValue).map((each) => encoded(name, path, each));
}

const members = (name: string, path: string, value: object): readonly (readonly [string, string])[] =>
  membersOf(value).map(([member, each]) => [
    encoded(name, path, member),
    encoded(name, path, String(each ?? "")),
  ]);

/** Percent-encoded, but for what some servers would take for the end of a segment all the same. */
function encoded(name: string, path: string, text: string): string {
  if (/[/\\]/.test(text)) throw misleading(name, text, path);
  return encode(name, text);
}

const assignment = (name: string, text: string): string => assigned(encode(name, name), text);

const assigned = (name: string, text: string): string => (text === "" ? `;${name}` : `;${name}=${text}`);

/** A segment of nothing but one or two dots leads elsewhere (RFC 3986, section 5.2.4). */
function dotted(name: string, path: string, text: string): string {
  if (/^\.?$/.test(text) && path.includes(`/{${name}}`)) throw misleading(name, text, path);
  return `.${text}`;
}

/** A server would take the path for another one. */
const misleading = (name: string, value: unknown, path: string): TypeError =>
  unfit(name, value, `: it would change ${path}`);
