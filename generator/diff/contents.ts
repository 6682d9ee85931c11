/** What differs between bodies, answers and their headers, whoever writes them. */
import {
  type Content,
  type Encoding,
  type PartEncoding,
  type Response,
  type ResponseHeader,
  mediaTypesOf,
} from "../model/content.js";
import type { Json } from "../json.js";
import type { Parameter } from "../model/parameter.js";
import type { Places, Telling } from "./difference.js";
import { type Noted, changesOfNotes } from "./notes.js";
import type { DiffCode, Direction } from "./rules.js";

/** Parameters by where they stand and what they are called there. */
export const parametersOf = (parameters: readonly Parameter[]): ReadonlyMap<string, Parameter> =>
  new Map(parameters.map((each) => [`${each.in} ${each.name}`, each]));

export const styleOf = ({ style, explode, allowReserved, json, whole }: Parameter): string =>
  [
    json ? "JSON" : `${style}${explode ? ", exploded" : ""}`,
    ...(allowReserved ? ["reserved characters kept"] : []),
    ...(whole ? ["the whole query"] : []),
  ].join(", ");

interface Described extends Noted {
  readonly summary?: string;
  readonly description?: string;
  readonly example?: Json;
}

/** What is said to people. */
export function compareNotes(
  a: Described,
  b: Described,
  subject: string,
  places: Places,
  { tell }: Telling,
): void {
  for (const [code, detail] of changesOfNotes(a, b, ["summary", "description", "example"]))
    tell(code, subject, detail, places);
}

/** What answers, or is answered. */
interface Answered {
  readonly pointer: string;
  readonly name: string;
  readonly responses: readonly Response[];
}

/** The answers of an operation, which callers read. */
export function compareResponses(a: Answered, b: Answered, telling: Telling): void {
  const places = { before: a.pointer, after: b.pointer };
  const [old, now] = [byStatus(a), byStatus(b)];
  for (const [status, was] of old) {
    const is = now.get(status);
    const subject = `${b.name} ${status}`;
    if (is === undefined) telling.tell("status-removed", subject, status, places);
    else {
      compareNotes({ ...was }, { ...is }, subject, places, telling);
      compareContents(was.contents, is.contents, subject, "response", places, telling);
      compareHeaders(was.headers, is.headers, subject, places, telling);
    }
  }
  for (const [status, is] of now)
    if (!old.has(status)) telling.tell(addedAs(status, is, old), `${b.name} ${status}`, status, places);
}

/** What a new status means where a range, or the default, was said to answer it. */
function addedAs(status: string, is: Response, old: ReadonlyMap<string, Response>): DiffCode {
  if (status.startsWith("2")) return "success-added";
  const was = old.get(`${status.slice(0, 1)}XX`) ?? old.get("default");
  const bodyOf = ({ contents }: Response): string =>
    JSON.stringify(contents.map(({ mediaType, schema }) => [mediaType, schema?.ref ?? schema]));
  return was === undefined || bodyOf(was) === bodyOf(is) ? "status-added" : "status-set-apart";
}

export const byStatus = ({ responses }: Pick<Answered, "responses">): ReadonlyMap<string, Response> =>
  new Map(responses.map((each) => [each.status, each]));

function compareHeaders(
  old: readonly ResponseHeader[],
  now: readonly ResponseHeader[],
  subject: string,
  places: Places,
  telling: Telling,
): void {
  const { tell, compare } = telling;
  const named = (headers: readonly ResponseHeader[], name: string): ResponseHeader | undefined =>
    headers.find((each) => each.name === name);
  for (const was of old) {
    const is = named(now, was.name);
    const header = `${subject} ${was.name}`;
    if (is === undefined) {
      tell("header-removed", header, was.name, { ...places, before: was.schema.pointer });
      continue;
    }
    const both = { before: was.schema.pointer, after: is.schema.pointer };
    if (was.required && !is.required) tell("header-optional", header, was.name, both);
    if (!was.required && is.required) tell("header-required", header, was.name, both);
    const form = ({ json }: ResponseHeader): string => (json ? "JSON" : "simple");
    if (was.json !== is.json) tell("header-read-otherwise", header, `${form(was)} → ${form(is)}`, both);
    compareNotes(was, is, header, both, telling);
    compare(was.schema, is.schema, header, "response");
  }
  for (const { name, schema } of now)
    if (named(old, name) === undefined)
      tell("header-added", `${subject} ${name}`, name, { ...places, after: schema.pointer });
}

/** The media types of a body. */
export function compareContents(
  old: readonly Content[],
  now: readonly Content[],
  subject: string,
  direction: Direction,
  places: Places,
  telling: Telling,
): void {
  const { tell, compare } = telling;
  for (const was of old) {
    const is = now.find((each) => each.mediaType === was.mediaType);
    if (is === undefined) tell("media-type-removed", subject, was.mediaType, places, direction);
    else {
      compare(was.schema, is.schema, subject, direction);
      const both = { before: was.pointer, after: is.pointer };
      compareNotes(exampleOf(was), exampleOf(is), subject, both, telling);
      const [kind, kindNow] = [kindOf(was), kindOf(is)];
      if (kind !== kindNow) tell("body-read-otherwise", subject, `${kind} → ${kindNow}`, both, direction);
      compareEncodings(was, is, subject, direction, telling);
    }
  }
  for (const { mediaType } of now)
    if (!old.some((each) => each.mediaType === mediaType))
      tell("media-type-added", subject, mediaType, places, direction);
}

const kindOf = ({ codec, data }: Content): string => (data === undefined ? codec : `${codec} of ${data}`);

const exampleOf = ({ example }: Content): Described => (example === undefined ? {} : { example });

/** How the parts of a body are written, by what they are called or by their places. */
function compareEncodings(
  a: Content,
  b: Content,
  subject: string,
  direction: Direction,
  { tell }: Telling,
): void {
  const [old, now] = [encodingsOf(a), encodingsOf(b)];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(name), now.get(name)];
    const part = `${subject} ${name}`;
    const places = { before: was?.pointer ?? a.pointer, after: is?.pointer ?? b.pointer };
    const [types, typesNow] = [was, is].map((each) => mediaTypesOf(each ?? {})) as [string[], string[]];
    const removed = types.filter((each) => !typesNow.includes(each));
    const added = typesNow.filter((each) => !types.includes(each));
    const detail = `${types.join(", ") || "as usual"} → ${typesNow.join(", ") || "as usual"}`;
    // Where nothing is said, it depends on what the part is.
    if (removed.length > 0 || (types.length === 0 && added.length > 0))
      tell("part-types-narrowed", part, detail, places, direction);
    if (types.length > 0 && (added.length > 0 || typesNow.length === 0))
      tell("part-types-widened", part, detail, places, direction);
    const [way, wayNow] = [wayOf(was), wayOf(is)];
    if (way !== wayNow) tell("part-written-otherwise", part, `${way} → ${wayNow}`, places, direction);
  }
}

const encodingsOf = ({ encodings, places }: Content): ReadonlyMap<string, PartEncoding> =>
  new Map([
    ...encodings.map((each) => [each.property, each] as const),
    ...(places?.first ?? []).map((each, i) => [`[${i}]`, each] as const),
    ...(places?.rest === undefined ? [] : [["[]", places.rest] as const]),
  ]);

function wayOf(encoding: PartEncoding | Encoding | undefined): string {
  if (encoding === undefined) return "as usual";
  const { style, allowReserved }: Partial<Encoding> = encoding;
  return (
    [
      ...(style === undefined ? [] : [style]),
      ...(allowReserved === true ? ["reserved characters kept"] : []),
      ...encoding.headers.map(([name, value]) => `${name}: ${value}`),
    ].join(", ") || "as usual"
  );
}
