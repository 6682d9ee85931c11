/** What a validator is: a function that lists issues, and the faces that users and frameworks see. */
import { Issue, lift } from "./issue.js";

/** The property names and array indexes of a value that some schema has judged. */
export type Seen = Set<string | number>;

/** Appends an issue for everything in `value` that is wrong; notes in `seen` which of its parts it has judged. */
export interface Check {
  (value: unknown, issues: Issue[], seen?: Seen): void;
  /** The JSON Pointer of its schema, of a schema with a name. */
  place?: string;
}

/** A validator of `T`. Works with everything that accepts Standard Schema v1. `parse` takes an `Input` as well. */
export interface Validator<T, Input = T> {
  /** Whether the value is a `T`. */
  readonly is: (value: unknown) => value is T;
  /** The value as a `T`; throws a `ValidationError` that lists every issue otherwise. */
  readonly parse: (value: unknown) => T;
  /** Every issue of the value; none when it is a `T`. */
  readonly check: (value: unknown) => readonly Issue[];
  /** The bare function that the others are made of. */
  readonly run: Check;
  /** Gives another validator the same way to read what it parses; absent where `parse` reads nothing. */
  alike?(other: Validator<T, Input>): Validator<T, Input>;
  readonly "~standard": StandardProps<T, Input>;
}

/** The members of a Standard Schema, version 1 (https://standardschema.dev). */
export interface StandardProps<T, Input = T> {
  readonly version: 1;
  readonly vendor: "specwright";
  readonly validate: (value: unknown) => { readonly value: T } | { readonly issues: readonly Issue[] };
  readonly types?: { readonly input: Input; readonly output: T };
}

/** The type that a validator validates. */
export type Infer<V> = V extends { readonly parse: (value: unknown) => infer T } ? T : never;

/** Validators by status, for the documented responses that have a body. */
export type ResponseValidators<R> = {
  readonly [S in keyof R as R[S] extends undefined | Blob | AsyncIterable<unknown> ? never : S]: Validator<
    R[S]
  >;
};

/** Thrown by `parse`; it lists every issue. */
export class ValidationError extends Error {
  override name = "ValidationError";
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.join("\n"));
    this.issues = issues;
  }
}

/** Gives a check its faces. `place` is the JSON Pointer of its schema in the description. */
export function validator<T, Input = T>(place: string, run: Check): Validator<T, Input> {
  run.place = place;
  const check = (value: unknown): readonly Issue[] => {
    let issues: Issue[] = [];
    try {
      run(value, issues);
    } catch (cause) {
      // Data that is nested too deeply, or that contains itself, exhausts the stack.
      if (!(cause instanceof RangeError)) throw cause;
      issues = [new Issue(value, "depth", undefined)];
    }
    if (issues.length > 0) lift(issues, 0, undefined, place);
    return issues;
  };
  return {
    is: (value): value is T => !check(value)[0],
    parse: (value) => {
      const issues = check(value);
      if (issues[0]) throw new ValidationError(issues);
      return value as T;
    },
    check,
    run,
    "~standard": {
      version: 1,
      vendor: "specwright",
      validate: (value) => {
        const issues = check(value);
        return issues[0] ? { issues } : { value: value as T };
      },
    },
  };
}
