/** Headers of answers as values (OpenAPI 3.1, section 4.8.21: style `simple`). */
import { ofStatus } from "./of-status.js";
import { type TextRules, readings } from "./readings.js";

/** What the headers of a status are read as, by name. */
type Rules = Readonly<Record<string, HeaderRules | ReadHeader>>;

/** What the text of a header can be read as. */
export type HeaderRules = TextRules | "json";

/** From the text of a header to its value. */
export type ReadHeader = (text: string) => unknown;

/** Reads the documented headers that an answer has; `byStatus` holds them by status, range or `default`. */
export function headerValues(
  byStatus: Readonly<Record<string, Rules>>,
): (response: Response) => { readonly headerValues: object } {
  return ({ status, headers }) => {
    const rules = ofStatus(byStatus, status) ?? byStatus["default"] ?? {};
    const values = Object.entries(rules).map(
      ([name, each]) => [name, valueOf(headers.get(name), each)] as const,
    );
    return { headerValues: Object.fromEntries(values.filter(([, value]) => value !== undefined)) };
  };
}

function valueOf(text: string | null, rules: HeaderRules | ReadHeader): unknown {
  if (text === null) return undefined;
  return typeof rules === "function" ? rules(text) : readHeader(text, rules);
}

/** A value that is not of its documented type stays text. */
export function readHeader(text: string, rules: HeaderRules): unknown {
  if (rules !== "json") return readings([text], text === "" ? [] : text.split(/\s*,\s*/), rules)[0];
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
