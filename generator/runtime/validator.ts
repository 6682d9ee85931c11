/** What a validator is: a function that lists issues, and the faces that users and frameworks see. */

/** One thing that is wrong with a value. */
export interface Issue {
  /** Property names and array indexes from the root to the offending value. */
  readonly path: (string | number)[];
  /** The JSON Schema keyword that is broken, or `required` for a value that is missing. */
  readonly code: string;
  /** What the value must be, in English. */
  readonly message: string;
}

/** Appends an issue for everything in `value` that is wrong. */
export type Check = (value: unknown, issues: Issue[]) => void;

/** A validator of `T`. Works with everything that accepts Standard Schema v1. */
export interface Validator<T> {
  /** Whether the value is a `T`. */
  readonly is: (value: unknown) => value is T;
  /** The value as a `T`; throws a `ValidationError` that lists every issue otherwise. */
  readonly parse: (value: unknown) => T;
  /** Every issue of the value; none when it is a `T`. */
  readonly check: (value: unknown) => readonly Issue[];
  /** The bare function that the others are made of. */
  readonly run: Check;
  readonly "~standard": StandardProps<T>;
}

/** The members of a Standard Schema, version 1 (https://standardschema.dev). */
export interface StandardProps<T> {
  readonly version: 1;
  readonly vendor: "specwright";
  readonly validate: (value: unknown) => { readonly value: T } | { readonly issues: readonly Issue[] };
  readonly types?: { readonly input: T; readonly output: T };
}

/** The type that a validator validates. */
export type Infer<V> = V extends Validator<infer T> ? T : never;

/** Validators by status, for the documented responses that have a body. */
export type ResponseValidators<R> = {
  readonly [S in keyof R as R[S] extends undefined | Blob ? never : S]: Validator<R[S]>;
};

/** Thrown by `parse`. */
export class ValidationError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(({ path, message }) => `/${path.join("/")} ${message}`).join("\n"));
    this.name = "ValidationError";
    this.issues = issues;
  }
}

/** Gives a check its faces. */
export function validator<T>(run: Check): Validator<T> {
  const check = (value: unknown): Issue[] => {
    const issues: Issue[] = [];
    run(value, issues);
    return issues;
  };
  return {
    is: (value): value is T => check(value).length === 0,
    parse: (value) => {
      const issues = check(value);
      if (issues.length > 0) throw new ValidationError(issues);
      return value as T;
    },
    check,
    run,
    "~standard": {
      version: 1,
      vendor: "specwright",
      validate: (value) => {
        const issues = check(value);
        return issues.length > 0 ? { issues } : { value: value as T };
      },
    },
  };
}
