/** Types that are only inhabited when other types agree. `expectTrue<Mutual<A, B>>()` compiles or does not. */

/** The same type, down to optional and readonly marks. */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Each assignable to the other, and neither `any`. */
export type Mutual<A, B> = true extends IsAny<A> | IsAny<B>
  ? false
  : [A] extends [B]
    ? [B] extends [A]
      ? Equal<OptionalKeys<A>, OptionalKeys<B>>
      : false
    : false;

export type IsAny<T> = 0 extends 1 & T ? true : false;

/** Assignability alone would let an optional property pass for one that may also be undefined. */
type OptionalKeys<T> = T extends object
  ? T extends readonly unknown[]
    ? never
    : { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T]
  : never;

/** Of two maps with the same keys, the keys whose members do not agree; `never` when all do. */
export type Disagreeing<A, B> = {
  [K in keyof A | keyof B]: K extends keyof A & keyof B ? (Mutual<A[K], B[K]> extends true ? never : K) : K;
}[keyof A | keyof B];

/** Compiles for `true` only. */
export function expectTrue<T extends true>(...proof: readonly T[]): void {
  void proof;
}

/** Compiles for `never` only: a list of what is wrong must be empty. */
export function expectNever<T extends never>(...proof: readonly T[]): void {
  void proof;
}
