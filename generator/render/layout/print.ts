/** What lays out parts: expressions hold statements, and statements expressions, so each is given what it needs of the other. */
import type { Doc } from "./doc.js";
import type { Block, Expression } from "./syntax.js";

/** Where an expression stands, as far as that matters. */
export type Place =
  "test" | "arrow" | "return" | "value" | "logical" | "arithmetic" | "part" | "statement" | "elsewhere";

export interface Print {
  /** Of a line, in columns. */
  readonly width: number;
  readonly expression: (value: Expression, place?: Place) => Doc;
  /** With the parentheses that something needs before a dot, a bracket or an operator. */
  readonly part: (value: Expression) => Doc;
  readonly block: (block: Block) => Doc;
}
