/** A copy of a value that can be changed, and that shares with the original what is not changed. */
import { type Json, isArray, isObject } from "../json.js";

export type Mutable = Json[] | { [key: string]: Json };

export interface Draft {
  readonly root: Json;
  /** The member of a container of the draft, to be changed: undefined where it is no container. */
  readonly member: (owner: Mutable, key: string) => Mutable | undefined;
  /** What stands at the end of some keys, to be changed. */
  readonly at: (keys: readonly string[]) => Mutable | undefined;
}

/**
 * A YAML alias makes one value of several places. What is to be changed at one of them is copied first, with all that
 * leads to it, so that the other places keep theirs.
 */
export function draftOf(original: Json): Draft {
  const own = new WeakSet<Mutable>();
  const copied = <T extends Json>(value: T): T => {
    if (!isContainer(value) || own.has(value)) return value;
    const copy = isArray(value) ? [...value] : copyOf(value);
    own.add(copy as Mutable);
    return copy as T;
  };
  const root = copied(original);
  const memberOf: Draft["member"] = (owner, key) => {
    const value = Object.getOwnPropertyDescriptor(owner, key)?.value as Json | undefined;
    if (value === undefined || !isContainer(value)) return undefined;
    const copy = copied(value);
    define(owner, key, copy);
    return copy;
  };
  return {
    root,
    member: memberOf,
    at: (keys) =>
      keys.reduce<Mutable | undefined>(
        (owner, key) => owner && memberOf(owner, key),
        isContainer(root) ? root : undefined,
      ),
  };
}

const isContainer = (value: Json): value is Json & Mutable => isObject(value) || isArray(value);

/** An entry of any name becomes a member of its own, `__proto__` as well. */
const copyOf = (value: Json): Mutable => Object.fromEntries(Object.entries(value as object)) as Mutable;

/** Writes a member, whatever its name. */
export function define(owner: Mutable, key: string, value: Json): void {
  Object.defineProperty(owner, key, { value, enumerable: true, writable: true, configurable: true });
}
