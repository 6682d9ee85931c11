/** A second opinion on what is valid: ajv, which shares no code with the validators under test. */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { fullFormats as definitions } from "ajv-formats/dist/formats.js";
import type { Direction } from "../support/sketch.js";
import { compareDeeply } from "./equality.js";

const fullFormats = definitions as { readonly "uri-reference": RegExp };

export interface Opinion {
  readonly valid: boolean;
  /** Every broken keyword, those in branches that do not fit included. */
  readonly keywords: readonly string[];
}

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const rfc2822 = /^(\w{3}), (\d{2} \w{3} \d{4}) \d{2}:\d{2}:\d{2} [+-]\d{4}$/;

/** RFC 2822, section 3.3, with seconds and the day of the week that the date has. */
function isRfc2822(text: string): boolean {
  const [, weekday, date] = rfc2822.exec(text) ?? [];
  const time = Date.parse(text);
  return (
    weekday !== undefined && !Number.isNaN(time) && weekdays[new Date(`${date} UTC`).getUTCDay()] === weekday
  );
}

/** RFC 3986, section 4.2: without a scheme, no colon stands in the first segment. The expression of ajv-formats allows it. */
function isUriReference(text: string): boolean {
  const named = /^[^/?#]*:/.test(text) && !/^[a-z][a-z0-9+.-]*:/i.test(text);
  return !named && fullFormats["uri-reference"].test(text);
}

/** RFC 4648, section 4. The expression of ajv-formats looks at single lines. */
const isBase64 = (text: string): boolean => Buffer.from(text, "base64").toString("base64") === text;

/** Signed and unsigned integers of so many bits (OpenAPI Format Registry); of 64 bits, doubles round up the greatest. */
const integers: readonly (readonly [name: string, (value: number) => boolean])[] = [8, 16, 32, 64].flatMap(
  (bits) => [
    [`int${bits}`, within(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)] as const,
    [`uint${bits}`, within(0, 2 ** bits - 1)] as const,
  ],
);

function within(min: number, max: number): (value: number) => boolean {
  return (value) => Number.isInteger(value) && value >= min && value <= max;
}

/** JSON Schema asks for Unicode; an expression that cannot be read so is read as of old (ECMA-262, annex B.1.2). */
function regExp(pattern: string): RegExp {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return new RegExp(pattern);
  }
}

export interface Oracle {
  /** Judges a value by the schema that stands at a JSON Pointer of the document. */
  readonly judge: (pointer: string, value: unknown) => Opinion;
  /** Whether a schema stands at a JSON Pointer of the document. */
  readonly knows: (pointer: string) => boolean;
}

/** JSON Schema 2020-12 Core, section 6.4: expressions are read with the flag `u`. */
function isRegex(text: string): boolean {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/** The oracles of both directions. */
export type Oracles = Readonly<Record<Direction, Oracle>>;

/** The oracles of a description, of which `schemasIn` gives the schemas as JSON Schema 2020-12. */
export const oraclesOf = (schemasIn: (direction: Direction) => object): Oracles => ({
  request: oracle(schemasIn("request")),
  response: oracle(schemasIn("response")),
});

/** The oracle of a document whose schemas are JSON Schema 2020-12. */
export function oracle(document: object): Oracle {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    multipleOfPrecision: 9,
    ownProperties: true,
    logger: false,
    code: { regExp: Object.assign(regExp, { code: "regExp" }) },
  });
  // Ajv stumbles over some recursive schemas where it keeps a record of what it has judged.
  ajv.opts.unevaluated = JSON.stringify(document).includes('"unevaluated');
  formats.default(ajv);
  for (const [name, validate] of integers) ajv.addFormat(name, { type: "number", validate });
  ajv.addFormat("float", { type: "number", validate: (value) => Math.abs(Math.fround(value)) < Infinity });
  ajv.addFormat("date-time-rfc-2822", { type: "string", validate: isRfc2822 });
  ajv.addFormat("uri-reference", { type: "string", validate: isUriReference });
  ajv.addFormat("regex", { type: "string", validate: isRegex });
  ajv.addFormat("byte", { type: "string", validate: isBase64 });
  compareDeeply(ajv);
  ajv.addSchema(document, "document");
  const compiled = new Map<string, ValidateFunction>();
  const compile = (pointer: string): ValidateFunction => {
    const check = compiled.get(pointer) ?? ajv.compile({ $ref: `document#${encodeURI(pointer)}` });
    compiled.set(pointer, check);
    return check;
  };
  return {
    judge: (pointer, value) => {
      const check = compile(pointer);
      const valid = check(value) as boolean;
      return { valid, keywords: (check.errors ?? []).map((each) => each.keyword) };
    },
    knows: (pointer) => {
      try {
        return typeof compile(pointer) === "function";
      } catch (cause) {
        if (cause instanceof Ajv2020.MissingRefError) return false;
        throw cause;
      }
    },
  };
}
