/** Where in a JSON text a JSON Pointer stands. */
import { splitPointer } from "../json.js";

/** Where something stands, and where its value begins: of a member of an object the name comes first. */
interface Place {
  readonly offset: number;
  readonly value: number;
}

type Parts = ReadonlyMap<string, Place>;

/**
 * Gives the offset of what stands at a pointer, of a member that of its name, or of its nearest ancestor that exists. The text is
 * valid JSON (RFC 8259). It is read once, for where objects and arrays end: a tree of it would be many times as large.
 */
export function jsonOffsets(text: string): (pointer: string) => number {
  let ends: ReadonlyMap<number, number> | undefined;
  const known = new Map<number, Parts>();
  const partsAt = (start: number): Parts => {
    const parts = known.get(start) ?? partsOf(text, start, (ends ??= endsIn(text)));
    known.set(start, parts);
    return parts;
  };
  return (pointer) => {
    const start = passed(space, text, 0);
    let place: Place = { offset: start, value: start };
    for (const key of splitPointer(pointer)) {
      const found = partsAt(place.value).get(key);
      if (found === undefined) break;
      place = found;
    }
    return place.offset;
  };
}

/** The end of each object and array, by its beginning. */
function endsIn(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  const signs = /["{}[\]]/g;
  while (signs.test(text)) {
    const at = signs.lastIndex - 1;
    const sign = text[at];
    if (sign === '"') signs.lastIndex = stringEnd(text, at);
    else if (sign === "{" || sign === "[") open.push(at);
    else ends.set(open.pop() ?? 0, at + 1);
  }
  return ends;
}

/** The members of the object, or the items of the array, that begins at `start`; anything else has none. */
function partsOf(text: string, start: number, ends: ReadonlyMap<number, number>): Parts {
  const parts = new Map<string, Place>();
  const last = (ends.get(start) ?? 0) - 1;
  const endOf = (at: number): number =>
    text[at] === '"' ? stringEnd(text, at) : (ends.get(at) ?? passed(scalar, text, at));
  let at = passed(space, text, start + 1);
  while (at < last) {
    const offset = at;
    let key = String(parts.size);
    if (text[start] === "{") {
      const end = endOf(at);
      key = JSON.parse(text.slice(at, end)) as string;
      at = passed(space, text, end);
    }
    if (!parts.has(key)) parts.set(key, { offset, value: at });
    at = passed(space, text, endOf(at));
  }
  return parts;
}

/** What stands between values. */
const space = /[\s,:]*/y;
const scalar = /[^\s,\]}]+/y;

/** An expression for all of a string would run out of memory on a long one. */
function stringEnd(text: string, start: number): number {
  let end = start;
  do end = text.indexOf('"', end + 1);
  while (isEscaped(text, end));
  return end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === "\\") first--;
  return (at - first) % 2 === 1;
}

/** The offset after what an expression matches at another one. */
function passed(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  expression.test(text);
  return expression.lastIndex;
}
