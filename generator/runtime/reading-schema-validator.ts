/** Types of validators with JSON Schemas that read what they parse. */
import type { Wire } from "./converter.js";
import type { ResponseSchemaValidators, SchemaValidator } from "./schema-validator.js";

/** Validators with JSON Schemas by status; those of the statuses `S` read what they parse. */
export type ReadingResponseSchemaValidators<R, S extends keyof R> = Omit<ResponseSchemaValidators<R>, S> & {
  readonly [K in S]: SchemaValidator<R[K], Wire<R[K]>>;
};
