/** A second opinion on what is valid: of judges that share no code with the validators under test. */
import type { ValidateFunction } from "ajv/dist/2020.js";
import type { Direction } from "../support/sketch.js";
import { ajvOf, makeAjv } from "./ajv.js";
import { assertionsOf } from "./assertions.js";
import { evaluator } from "./evaluator.js";
import { valueAt } from "./pointer.js";

export interface Opinion {
  readonly valid: boolean;
  /** Every broken keyword, those in branches that do not fit included; none where the evaluator judges. */
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

/** Ajv forgets or mixes up what is left unevaluated in some schemas. */
const unevaluated = /"unevaluated(Items|Properties)":/;

/** Ajv takes many dynamic references to other schemas than the suite does, and refuses some. */
const identifiers = /"\$(id|anchor|dynamicAnchor|dynamicRef)":/;

/** Whether a schema leads to one that asks for what is left unevaluated. */
function asksForUnevaluated(document: object, start: string): boolean {
  const seen = new Set([start]);
  for (const pointer of seen) {
    const text = JSON.stringify(valueAt(document, pointer)) ?? "";
    if (unevaluated.test(text)) return true;
    for (const [, next = ""] of text.matchAll(/"\$ref":"#([^"]*)"/g)) seen.add(decodeURI(next));
  }
  return false;
}

const asserts = assertionsOf(makeAjv());

/** The oracle of a document whose schemas are JSON Schema 2020-12: ajv, or the evaluator where ajv errs. */
export function oracle(document: object): Oracle {
  const text = JSON.stringify(document);
  const [hasIdentifiers, hasUnevaluated] = [identifiers, unevaluated].map((each) => each.test(text));
  const ajv = once(() => ajvOf(document));
  const evaluate = once(() => evaluator(document, asserts));
  const judges = new Map<string, (value: unknown) => Opinion>();
  const judgeAt = (pointer: string): ((value: unknown) => Opinion) => {
    const schema = valueAt(document, pointer);
    if (hasIdentifiers || (hasUnevaluated && asksForUnevaluated(document, pointer)))
      return (value) => ({ valid: evaluate()(schema, value), keywords: [] });
    return opinionOf(ajv().compile({ $ref: `document#${encodeURI(pointer)}` }));
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

const opinionOf =
  (check: ValidateFunction): ((value: unknown) => Opinion) =>
  (value) => ({
    valid: check(value) as boolean,
    keywords: (check.errors ?? []).map((each) => each.keyword),
  });

/** Makes something when it is first asked for. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
