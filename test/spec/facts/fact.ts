import type { Json } from "../document.js";

/**
 * Where a fact stands: S0 the update of an application, S1 the update of a number, S2 the Applications
 * reference, S3 the announcement, F Twilio's public descriptions. See spec/twilio/README.md.
 */
export type Source = "S0" | "S1" | "S2" | "S3" | "F";

/** What must hold at a place in the document. */
export type Must =
  | { readonly is: Json }
  | { readonly isAbsent: true }
  | { readonly hasKeys: readonly string[] }
  | { readonly includes: Json }
  | { readonly excludes: Json }
  | { readonly mentions: RegExp }
  | { readonly accepts: Json }
  | { readonly rejects: Json };

export interface Fact {
  readonly source: Source;
  /** The fact in words. */
  readonly says: string;
  /** Keys that lead to the place; the first is a schema, an operation or a key of the document. */
  readonly at: At;
  readonly must: Must;
}

export type At =
  | readonly ["schema", ...string[]]
  | readonly ["operation", string, ...string[]]
  | readonly ["parameter", string, string, ...string[]]
  | readonly ["document", ...string[]];

export const FORM = "application/x-www-form-urlencoded";
export const JSON_TYPE = "application/json";

/** One row of a table of properties: a schema's property and the keywords it has. */
export function property(
  source: Source,
  schema: string,
  name: string,
  keywords: Record<string, Json>,
): Fact[] {
  return Object.entries(keywords).map(([keyword, value]) => ({
    source,
    says: `${schema}.${name} has ${keyword} ${JSON.stringify(value)}`,
    at: ["schema", schema, "properties", name, keyword],
    must: { is: value },
  }));
}

export function accepts(source: Source, schema: string, name: string, value: Json, why: string): Fact {
  const at: At = ["schema", schema, "properties", name];
  return { source, says: `${schema}.${name} ${why}`, at, must: { accepts: value } };
}

export function rejects(source: Source, schema: string, name: string, value: Json, why: string): Fact {
  const at: At = ["schema", schema, "properties", name];
  return { source, says: `${schema}.${name} ${why}`, at, must: { rejects: value } };
}

/** A URL that may be missing. S0 states null for an application, F everything else. */
export function urlOrNothing(source: Source, schema: string, name: string): Fact[] {
  return [
    accepts(source, schema, name, "https://example.com/path?a=b", "takes a URL"),
    rejects(source, schema, name, "not a url", "takes no text that is not a URL"),
    accepts(schema === "Application" ? source : "F", schema, name, null, "may be null"),
    accepts("F", schema, name, "", "may be the empty string"),
  ];
}

/** A SID that may be missing: null, or the empty string. */
export function sidOrNothing(source: Source, schema: string, name: string, prefix: string): Fact[] {
  const sid = `${prefix}0123456789abcdefABCDEF0123456789`;
  return [
    ...property(source, schema, name, { type: ["string", "null"], maxLength: 34 }),
    accepts(source, schema, name, sid, `takes ${prefix} and 32 hexadecimal digits`),
    rejects(source, schema, name, sid.slice(0, -1), "takes no SID of 33 characters"),
    rejects(
      source,
      schema,
      name,
      sid.replace(prefix, "XX"),
      `takes no SID that does not start with ${prefix}`,
    ),
    accepts("F", schema, name, "", "may be the empty string"),
  ];
}

/** A SID that may be null in an answer. */
export function sidOrNull(source: Source, schema: string, name: string, prefix: string): Fact[] {
  return property(source, schema, name, {
    type: ["string", "null"],
    minLength: 34,
    maxLength: 34,
    pattern: `^${prefix}[0-9a-fA-F]{32}$`,
  });
}

/** The callback methods of an answer: the documents' words say GET or POST, their value lists say more. */
export function methodOrNull(source: Source, schema: string, name: string): Fact[] {
  return [
    ...property(source, schema, name, { type: ["string", "null"], enum: ["GET", "POST", null] }),
    rejects(source, schema, name, "HEAD", "is never HEAD, whatever the value list says"),
  ];
}

/** The callback methods of a form. */
export function method(source: Source, schema: string, name: string): Fact[] {
  return [
    ...property(source, schema, name, { type: "string", enum: ["GET", "POST"] }),
    rejects(source, schema, name, "PUT", "cannot be PUT, whatever the value list says"),
  ];
}

export function mentions(source: Source, schema: string, name: string, words: RegExp, what: string): Fact {
  const at: At = ["schema", schema, "properties", name, "description"];
  return { source, says: `the words on ${schema}.${name} say ${what}`, at, must: { mentions: words } };
}

export function optional(source: Source, schema: string, names: readonly string[]): Fact[] {
  return names.map((name) => ({
    source,
    says: `${schema}.${name} is optional`,
    at: ["schema", schema, "required"],
    must: { excludes: name },
  }));
}

export function notPii(schema: string, names: readonly string[]): Fact[] {
  return names.flatMap((name) => property("S2", schema, name, { "x-pii": false }));
}

/** A schema is an object with these properties and no others. */
export function complete(source: Source, schema: string, names: readonly string[]): Fact[] {
  return [
    {
      source,
      says: `${schema} is an object`,
      at: ["schema", schema, "type"],
      must: { is: "object" },
    },
    {
      source,
      says: `${schema} has ${String(names.length)} properties`,
      at: ["schema", schema, "properties"],
      must: { hasKeys: names },
    },
  ];
}
