/** Where a value is needed, and what gives it its sample. */
import type { Schema, SchemaId } from "../model/schema.js";
import { NoSample, type Sample } from "./sample.js";

/** Where a value is needed. */
export interface Place {
  /** Schemas that are being written out around it. */
  readonly open: ReadonlySet<SchemaId>;
  /** Whether the value may be left out instead, which ends a recursion. */
  readonly optional: boolean;
  /** The name of the property that holds it. */
  readonly hint: string;
  /** What the value must be valid for beside its own schema. */
  readonly also?: Schema;
}

/** Gives the sample of a schema at a place; undefined where the value can only be left out. */
export type Sampler = (schema: Schema, place: Place) => Sample | undefined;

/** The result, or undefined where there is no sample. */
export function attempt<R>(work: () => R | undefined): R | undefined {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof NoSample) return undefined;
    throw cause;
  }
}

/** The result; where there is none, it is the outer schema that has no sample. */
export function onBehalfOf<R>(schema: Schema, work: () => R): R {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof NoSample) throw new NoSample(schema, cause.message, cause.impossible);
    throw cause;
  }
}
