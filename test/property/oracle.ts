/** A second opinion on what is valid: ajv's, which shares no code with the validators under test. */
import type { Direction } from "../support/sketch.js";
import { ajvOf } from "./ajv.js";
import { evaluator } from "./evaluator.js";
import { referred, valueAt } from "./pointer.js";

export interface Opinion {
  readonly valid: boolean;
  /** Every broken keyword, those in branches that do not fit included. */
  readonly keywords: readonly string[];
}

export interface Oracle {
  /** Judges a value by the schema that stands at a JSON Pointer of the document. */
  readonly judge: (pointer: string, value: unknown) => Opinion;
  /** Whether a schema stands at a JSON Pointer of the document. */
  readonly knows: (pointer: string) => boolean;
}

/** The oracles of both directions. */
export type Oracles = Readonly<Record<Direction, Oracle>>;

/** The oracles of a description, of which `schemasIn` gives the schemas as JSON Schema 2020-12. */
export const oraclesOf = (schemasIn: (direction: Direction) => object): Oracles => ({
  request: oracle(schemasIn("request")),
  response: oracle(schemasIn("response")),
});

/** Whether a schema leads to one that asks for what is left unevaluated. */
function asksForUnevaluated(document: object, start: string): boolean {
  const seen = new Set([start]);
  for (const pointer of seen) {
    const text = JSON.stringify(valueAt(document, pointer)) ?? "";
    if (text.includes('"unevaluated')) return true;
    for (const [, next = ""] of text.matchAll(/"\$ref":"#([^"]*)"/g)) seen.add(decodeURI(next));
  }
  return false;
}

/** The oracle of a document whose schemas are JSON Schema 2020-12. */
export function oracle(document: object): Oracle {
  const ajv = ajvOf(document);
  const evaluate = evaluator(ajv, (ref) => referred(document, ref));
  const judges = new Map<string, (value: unknown) => Opinion>();
  const judgeAt = (pointer: string): ((value: unknown) => Opinion) => {
    const schema = valueAt(document, pointer);
    if (asksForUnevaluated(document, pointer))
      return (value) => ({ valid: evaluate(schema, value), keywords: [] });
    const check = ajv.compile({ $ref: `document#${encodeURI(pointer)}` });
    return (value) => ({
      valid: check(value) as boolean,
      keywords: (check.errors ?? []).map((each) => each.keyword),
    });
  };
  return {
    judge: (pointer, value) => {
      const judge = judges.get(pointer) ?? judgeAt(pointer);
      judges.set(pointer, judge);
      return judge(value);
    },
    knows: (pointer) => valueAt(document, pointer) !== undefined,
  };
}
