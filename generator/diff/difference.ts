/** One thing that differs between two models, and how those that compare tell of it. */
import type { Schema } from "../model/schema.js";
import type { Area, DiffCode, Direction, Level } from "./rules.js";

export interface Difference {
  readonly code: DiffCode;
  readonly level: Level;
  /** Of values: which of them it is about. */
  readonly directions: readonly Direction[];
  /** `listPets`, `listPets limit`, `Pet.name`. */
  readonly subject: string;
  readonly detail: string;
  readonly affects: readonly Area[];
  /** Where it is in the one description and in the other; absent where it is not there. */
  readonly before?: string;
  readonly after?: string;
}

/** Where it is in the one description and in the other. */
export type Places = Pick<Difference, "before" | "after">;

export interface Telling {
  readonly tell: (
    code: DiffCode,
    subject: string,
    detail: string,
    places: Places,
    direction?: Direction,
  ) => void;
  /** Tells of what differs between two schemas, where both are there. */
  readonly compare: (
    before: Schema | undefined,
    after: Schema | undefined,
    subject: string,
    direction: Direction,
  ) => void;
}
