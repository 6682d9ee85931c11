/** What issues mean, in English. */
import type { Issue, Messages, Received } from "./issue.js";

/** The text that issues have before `setMessages`: the keyword, and what it asks for. */
export const terse: Messages = ({ code, expected = "" }) =>
  `must satisfy ${code} ${String(expected)}`.trimEnd();

/**
 * The messages in plain English, worded to stand behind the path of the value: `/age must be at least 18, not 7`.
 *
 * ```ts
 * setMessages(english);
 * ```
 *
 * A translation is a function of the issue as well; what it leaves out can stay English:
 *
 * ```ts
 * setMessages((issue) => (issue.code === "required" ? "fehlt" : english(issue)));
 * ```
 */
export const english: Messages = (issue) => {
  const { code, expected, received } = issue;
  switch (code) {
    case "type":
      return `must be ${oneOf(expected, typeName)}, not ${misfit(received, expected)}`;
    case "required":
      return "is missing";
    case "never":
      return "must not be present";
    case "depth":
      return "is nested too deeply, or contains itself";
    case "minLength":
      return `must have ${atLeast(expected, "character")}`;
    case "maxLength":
      return `must have ${atMost(expected, "character")}`;
    case "pattern":
      return `must match the pattern ${cut(String(expected), 100)}`;
    case "format":
      return `must have the format ${String(expected)}${likeSample(String(expected))}`;
    case "contentMediaType":
      return `must be of the media type ${String(expected)}`;
    case "enum":
    case "discriminator":
      return `must be ${oneOf(expected, json)}${butNot(received)}`;
    case "const":
      return `must be ${json(expected)}${butNot(received)}`;
    case "minimum":
      return `must be at least ${String(expected)}${butNot(received)}`;
    case "maximum":
      return `must be at most ${String(expected)}${butNot(received)}`;
    case "exclusiveMinimum":
      return `must be greater than ${String(expected)}${butNot(received)}`;
    case "exclusiveMaximum":
      return `must be less than ${String(expected)}${butNot(received)}`;
    case "multipleOf":
      return `must be a multiple of ${String(expected)}${butNot(received)}`;
    case "minItems":
      return `must have ${atLeast(expected, "item")}`;
    case "maxItems":
      return `must have ${atMost(expected, "item")}`;
    case "uniqueItems":
      return "must not have the same item twice";
    case "contains":
    case "minContains":
      return `must have ${atLeast(expected, "item")} of the kind asked for`;
    case "maxContains":
      return `must have ${atMost(expected, "item")} of the kind asked for`;
    case "unevaluatedItems":
      return "is an item too many";
    case "additionalProperties":
    case "unevaluatedProperties":
      return "is not a property that may stand here";
    case "propertyNames":
      return `has a name that is not allowed: it ${issue.causes.map(english).join(" and ")}`;
    case "minProperties":
      return `must have ${atLeast(expected, "property", "properties")}`;
    case "maxProperties":
      return `must have ${atMost(expected, "property", "properties")}`;
    case "dependentRequired":
      return `must be present where ${json(expected)} is`;
    case "anyOf":
    case "oneOf":
      return alternatives(issue);
    case "not":
      return "must not be of the kind that is ruled out";
    default:
      return terse(issue);
  }
};

/** Why the nearest alternative does not fit. Where there are no causes, more than one of them fits. */
function alternatives({ causes: [first, ...more], path }: Issue): string {
  if (first === undefined) return "fits several alternatives, but must fit exactly one";
  const where = first.path.length > path.length ? `${first.pointer} ` : "";
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  return `fits none of the alternatives; the nearest alternative: ${where}${english(first)}${others}`;
}

const atLeast = (least: unknown, one: string, many: string = `${one}s`): string =>
  `at least ${String(least)} ${least === 1 ? one : many}`;

const atMost = (most: unknown, one: string, many: string = `${one}s`): string =>
  most === 0 ? `no ${many}` : `at most ${String(most)} ${most === 1 ? one : many}`;

/** More values than these say less. */
const mostShown = 8;

/** `a`, `a or b`, `a, b or c`; of a long list the beginning. */
function oneOf(values: unknown, name: (value: unknown) => string): string {
  const list: readonly unknown[] = Array.isArray(values) ? values : [values];
  const names = list.slice(0, mostShown).map(name);
  if (list.length > mostShown) return `one of ${names.join(", ")} and ${list.length - mostShown} more`;
  const last = names.pop() ?? "nothing";
  return names.length === 0 ? last : `${names.join(", ")} or ${last}`;
}

const json = (value: unknown): string => cut(JSON.stringify(value), 40);

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

const typeName = (type: unknown): string =>
  type === "null" || type === "undefined"
    ? type
    : `${/^[aeiou]/.test(String(type)) ? "an" : "a"} ${String(type)}`;

/** The type of what stood there. Of a number, what makes it another one than asked for. */
function misfit({ type, preview }: Received, expected: unknown): string {
  if (type !== "number" || !/number|integer/.test(String(expected))) return typeName(type);
  return Number.isFinite(Number(preview)) ? "a fraction" : preview;
}

/** What stood there: a plain value of JSON as it is written, of all others the type. */
function butNot({ type, preview }: Received): string {
  if (type === "string") return `, not ${JSON.stringify(preview)}`;
  return `, not ${type === "number" || type === "boolean" ? preview : typeName(type)}`;
}

/** Samples of the formats whose names say little. */
const samples: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["date", "2024-02-29"],
  ["date-time", "2024-02-29T12:30:00Z"],
  ["date-time-rfc-2822", "Thu, 29 Feb 2024 12:30:00 +0000"],
  ["duration", "P1DT12H"],
  ["email", "ann@example.com"],
  ["ipv4", "192.0.2.1"],
  ["ipv6", "2001:db8::1"],
  ["time", "12:30:00Z"],
  ["uri", "https://example.com/"],
  ["uuid", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"],
]);

const likeSample = (format: string): string => (samples.has(format) ? `, like ${samples.get(format)}` : "");
