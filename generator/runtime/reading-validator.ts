/** Validators that read what they parse. */
import type { Converter, Wire } from "./converter.js";
import type { ResponseValidators, Validator } from "./validator.js";

/** Validators by status; those of the statuses `S` read what they parse. */
export type ReadingResponseValidators<R, S extends keyof R> = Omit<ResponseValidators<R>, S> & {
  readonly [K in S]: Validator<R[K], Wire<R[K]>>;
};

/**
 * A validator of values whose `parse` and Standard Schema take what stands on the wire, or values as they are, and give values.
 * `is` and `check` judge values only.
 */
export function readingValidator<T>(
  bare: Validator<T, Wire<T>>,
  converter: () => Converter,
): Validator<T, Wire<T>> {
  const standard = bare["~standard"];
  return {
    ...bare,
    parse: (given) => bare.parse(readable(given, converter)),
    alike: (other) => readingValidator(other, converter),
    "~standard": { ...standard, validate: (given) => standard.validate(readable(given, converter)) },
  };
}

/** Data that is nested too deeply, or that contains itself, stays as it is: the check reports it. */
function readable(given: unknown, converter: () => Converter): unknown {
  try {
    return converter().read(given);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return given;
  }
}
