/** Sample values. Each is a pure function of seed, schema, property path and index: no clock, no shared state. */

import { type Cases, type HasEdits, type Rule, editsOf, replaced } from "./cases.js";
import { ofStatus } from "./of-status.js";
import type { StatusOf } from "./result.js";

/**
 * A point in the space of sample values; `at` leads from one to another. A whole number below 2^32; half more marks what
 * belongs to the first value of all, which shows the examples of the description.
 */
export type Seed = number;

/** Where the first value of all is made. */
export const first: Seed = 0.5;

/** What a fixture can be told. */
export interface FixtureOptions {
  /** Another seed, other values. */
  readonly seed?: number;
  /** Tells the members of a series apart. */
  readonly index?: number;
}

/** A part of `T`, at any depth; undefined takes a property away. */
export type Overrides<T> = T extends
  | readonly unknown[]
  | Blob
  | Date
  | ArrayBuffer
  | Uint8Array
  | ReadableStream
  | Iterable<unknown>
  | AsyncIterable<unknown>
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Overrides<T[K]> | undefined }
    : T;

/**
 * A value that shows a rule of its schema: the code is that of the one issue that an invalid value has, or the keyword whose
 * edge a valid one is at; the path tells where.
 */
export interface Case<T> extends Rule {
  /** Where no branch of a union is satisfied: the rule that the nearest branch says is broken, the one cause. */
  readonly cause?: Rule;
  readonly value: T;
}

/** Makes valid sample values of `T`, of what `make` makes: the same, or what stands for it on the wire. */
export interface Factory<T, Made = T> extends HasEdits {
  (overrides?: Overrides<T>, options?: FixtureOptions): T;
  /** Several values that differ. */
  readonly many: (count: number, overrides?: Overrides<T>, options?: FixtureOptions) => T[];
  /** Valid values at the edges of the schema: shortest, longest, least, greatest, each listed one, null, each alternative, nothing optional. */
  readonly edges: (options?: FixtureOptions) => Iterable<Case<T>>;
  /** Invalid values: for each rule one that breaks it and nothing else, where there is one that can be told to. */
  readonly invalid: (options?: FixtureOptions) => Iterable<Case<unknown>>;
  /** The value at a seed: what factories of other schemas call. */
  readonly make: (seed: Seed) => Made;
}

/**
 * Makes valid answers of an operation: `R` holds their types by status, range and `default`, `S` are those that have a body.
 * A status is answered as it is documented, or else as its range or `default` is.
 */
export type Responses<R, S extends keyof R> = <K extends S | StatusOf<R, S>>(
  status: K,
  overrides?: Overrides<R[Documented<R, S, K>]>,
  options?: FixtureOptions,
) => R[Documented<R, S, K>];

/** What documents a status. */
type Documented<R, S extends keyof R, K> = K extends S
  ? K
  : { [D in S]: K extends StatusOf<R, D> ? D : never }[S];

/** The answers of an operation, made by the factories of their schemas. */
export function responses<R, S extends keyof R>(
  factories: () => { readonly [K in S]: (overrides?: Overrides<R[K]>, options?: FixtureOptions) => R[K] },
): Responses<R, S> {
  return (status, overrides, options) => {
    const all = factories() as { readonly [K in S | "default"]?: ReturnType<typeof factories>[S] };
    const make = all[status as S] ?? ofStatus(all, Number(status)) ?? all.default;
    return make?.(overrides, options) as R[Documented<R, S, typeof status>];
  };
}

/** `pointer` is the schema's place in the description: it keeps the values of different schemas apart. */
export function factory<T>(
  pointer: string,
  make: (seed: Seed) => T,
  cases: () => readonly Cases[] = () => [],
): Factory<T> {
  const build = (overrides?: Overrides<T>, { seed = 0, index = 0 }: FixtureOptions = {}): T =>
    overridden(make(at(at(seed || index ? seed : first, pointer), index)), overrides) as T;
  const edits = editsOf(cases);
  const listing = (kind: "edges" | "invalid") =>
    function* (options?: FixtureOptions): Generator<Case<T>> {
      for (const { edit, ...shown } of edits(kind))
        yield { ...shown, value: edit(build(undefined, options)) as T };
    };
  return Object.assign(build, {
    make,
    edits,
    edges: listing("edges"),
    invalid: listing("invalid"),
    many: (count: number, overrides?: Overrides<T>, { index = 0, ...options }: FixtureOptions = {}) =>
      Array.from({ length: count }, (_, i) => build(overrides, { ...options, index: index + i })),
  });
}

/** For values of unions: the value itself, or one of the branch that changes ask for. */
export const branches: WeakMap<object, (overrides: object) => unknown> = /* @__PURE__ */ new WeakMap();

/** A value, with other branches of unions where changes ask for them. */
export function rebranched(value: unknown, overrides: unknown): unknown {
  if (!isPlain(value) || !isPlain(overrides)) return value;
  const made = { ...(branches.get(value)?.(overrides) ?? value) } as Record<string, unknown>;
  for (const [key, each] of Object.entries(made))
    if (Object.hasOwn(overrides, key)) replaced(made, [key], rebranched(each, overrides[key]));
  return made;
}

/** A value with some of its parts replaced. */
export function overridden(value: unknown, overrides: unknown): unknown {
  if (!isPlain(overrides)) return overrides === undefined ? value : overrides;
  value = branches.get(value as object)?.(overrides) ?? value;
  const given = isPlain(value) ? value : {};
  const members = { ...given, ...overrides };
  for (const [key, each] of Object.entries(overrides))
    replaced(members, [key], each && overridden(given[key], each));
  return members;
}

/** Whether a value is an object that can be changed in part: no array, no Blob. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return {}.toString.call(value) === "[object Object]";
}

/** The seed of a property or an item. */
export function at(seed: Seed, key: string | number): Seed {
  let hash = seed ^ factor;
  for (const char of String(key)) hash = Math.imul(hash ^ char.charCodeAt(0), factor);
  hash = Math.imul(hash ^ (hash >>> 15), factor);
  return ((hash ^ (hash >>> 13)) >>> 0) + (seed % 1);
}

/** Odd, with bits of both kinds everywhere, so that a product of it depends on all bits below. */
const factor = 0x85ebca6b;

/** A whole number from `min` to `max`, both included. */
export function integer(seed: Seed, min: number, max: number): number {
  return min + Math.floor((seed / 2 ** 32) * (max - min + 1));
}

/** A number strictly between `min` and `max`, with two decimals where there is room for them. */
export function decimal(seed: Seed, min: number, max: number): number {
  const value = min + (max - min) * (0.1 + (0.8 * seed) / 2 ** 32);
  const short = Math.round(value * 100) / 100;
  return short > min && short < max ? short : value;
}

/** What makes the members of an object: those of `T`, and others. */
export type Makers<T> = { readonly [K in keyof T]: (seed: Seed) => T[K] } & {
  readonly [other: string]: (seed: Seed) => unknown;
};

/** An object, of makers of its members, which these take the place of. `T` is what the place of the call asks for. */
export function record<T>(seed: Seed, makers: Makers<NoInfer<T>>): T {
  for (const [key, make] of Object.entries<(seed: Seed) => unknown>(makers))
    (makers as Record<string, unknown>)[key] = make(at(seed, key));
  return makers as unknown as T;
}

/** An object without an optional property whose name every object inherits. */
export function lacking<T>(members: object): T {
  return members as T;
}

/** Some bytes. */
export function blob(seed: Seed): Blob {
  return new Blob([words(seed)]);
}

export function flag(seed: Seed): boolean {
  return (seed & 1) === 1;
}

/** One of several values, or characters. */
export function pick<const T>(seed: Seed, values: ArrayLike<T>): T {
  return values[(seed >>> 0) % values.length] as T;
}

/** The value of one of several alternatives. `T` is what the place of the call asks for, or else a string. */
export function choose<T = string>(seed: Seed, makers: readonly ((seed: Seed) => NoInfer<T>)[]): T {
  return pick(seed, makers)(seed);
}

/** What the description shows, where the first value of all is made. */
export function example<T>(seed: Seed, value: NoInfer<T>, make: (seed: Seed) => T): T {
  return seed % 1 ? value : make(seed);
}

/** Only the first item shows the examples of the description. */
export function list<T>(seed: Seed, count: number, make: (seed: Seed) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(at(i ? seed >>> 0 : seed, i)));
}

/** Items that differ, as long as a hundred tries find another one. */
export function distinct<T>(seed: Seed, count: number, make: (seed: Seed) => T): T[] {
  const items = new Map<string, T>();
  for (let i = 0; items.size < count && i < count + 100; i++) {
    const item = make(at(i ? seed >>> 0 : seed, i));
    items.set(JSON.stringify(item), item);
  }
  return [...items.values()];
}

/** `min` to `max` characters of an alphabet. */
export function chars(seed: Seed, alphabet: string, min: number, max: number = min): string {
  let text = "";
  let left = integer(at(seed, "length"), min, max);
  while (left) text += pick(at(seed, left--), alphabet);
  return text;
}

/** `min` to `max` repetitions. */
export function repeat(seed: Seed, min: number, max: number, make: (seed: Seed) => string): string {
  return list(seed, integer(seed, min, max), make).join("");
}

const nouns = "amber birch cedar delta ember fjord grove harbor iris juniper".split(" ");

/** A few words, `min` to `max` characters long. */
export function words(seed: Seed, min: number = 1, max: number = 40): string {
  let text = pick(seed, nouns);
  let i = 1;
  do text += " " + pick(at(seed, i++), nouns);
  while (text.length < min);
  return text.slice(0, max).replace(/ $/, "s");
}

/** Two words as a part of an address. */
export function slug(seed: Seed): string {
  return words(seed).replace(" ", "-");
}

/** A second of the thirty days from 15 January 2024 on. */
function moment(seed: Seed): Date {
  return new Date(Date.UTC(2024, 0, 15, 0, 0, integer(seed, 0, 30 * 86_400)));
}

export function dateTime(seed: Seed): string {
  return moment(seed).toISOString().replace(".000", "");
}

export function date(seed: Seed): string {
  return dateTime(seed).slice(0, 10);
}

export function time(seed: Seed): string {
  return dateTime(seed).slice(11);
}

/** RFC 2822, section 3.3, in GMT. */
export function rfc2822(seed: Seed): string {
  return moment(seed).toUTCString().replace("GMT", "+0000");
}

export function uuid(seed: Seed): string {
  return chars(seed, "0123456789abcdef", 32).replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/,
    (_, ...parts: string[]) => `${parts[0]}-${parts[1]}-4${parts[2]}-a${parts[3]}-${parts[4]}`,
  );
}

/** RFC 5737: an address for documentation. */
export function ipv4(seed: Seed): string {
  return `192.0.2.${integer(seed, 1, 254)}`;
}

/** RFC 3849: an address for documentation. */
export function ipv6(seed: Seed): string {
  return `2001:db8::${integer(seed, 1, 0xffff).toString(16)}`;
}
