/** The place of a schema that is worked out to steps, and the arguments that are told by it. */
import { joinPointer } from "../json.js";
import {
  type JsonType,
  type Schema,
  type SchemaId,
  type SchemaTable,
  childSchemas,
} from "../model/schema.js";
import { literal } from "./calls.js";
import type { Arg, Call, CheckRef, Step, Target } from "./steps.js";

/** Where a schema stands that is worked out, and what of it is known from outside. */
export interface Place {
  readonly table: SchemaTable;
  /** A name for what is declared for the schema. */
  readonly hint: string;
  /** Whether what is judged must be noted. */
  readonly tracks: boolean;
  /** Whether null was let pass before. */
  readonly orNull: boolean;
  /** The JSON Pointer under which the runtime reports what it finds. The schema stands there or deeper. */
  readonly at: string;
  /** Works out what checks a schema within: schemas contain each other, so that whoever meets one asks back. */
  readonly check: (schema: Schema, place: Place) => CheckRef;
}

/** The place of a schema that stands within another one. */
export const within = (
  { hint, at, ...place }: Place,
  tracks: boolean,
  name: string,
  ...steps: readonly (string | number)[]
): Place => ({
  ...place,
  hint: `${hint} ${name}`,
  tracks,
  orNull: false,
  at: joinPointer(at, ...steps),
});

/** The steps of the JSON Pointer from a schema to one within it. */
export const below = (outer: Schema, inner: Schema): string => inner.pointer.slice(outer.pointer.length);

export const named = (id: SchemaId): Arg => ({ kind: "check", check: { kind: "named", id } });
export const seenArg = ({ tracks }: Place): readonly Arg[] => (tracks ? [{ kind: "seen" }] : []);
export const checkArg = (schema: Schema, place: Place): Arg => ({
  kind: "check",
  check: place.check(schema, place),
});

/** The types that an issue names. */
export const typesArg = (types: readonly JsonType[], { orNull }: Place): Arg =>
  literal(orNull && !types.includes("null") ? [...types, "null"] : [...types]);

/** Whether nothing that is reported of a value speaks of a place within its schema. */
export const isFlat = (schema: Schema): boolean =>
  childSchemas(schema).length === 0 && schema.object?.dependentRequired === undefined;

export const step = (...calls: readonly Call[]): Step => ({ kind: "calls", target: "value", calls });

export const guarded = (target: Target, calls: readonly Call[]): readonly Step[] =>
  calls.length === 0 ? [] : [{ kind: "calls", target, calls }];
