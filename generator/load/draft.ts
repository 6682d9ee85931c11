/** A JSON value that is being changed, place by place. */
import { type Json, isArray, isObject, member, splitPointer } from "../json.js";

export type Container = Json[] | { [key: string]: Json };

/**
 * What is written to is copied first, once: the value that the draft began with stays as it is, and of a value that
 * stands in several places, as YAML aliases make it, only one changes.
 */
export interface Draft {
  readonly data: () => Json;
  /** The object or array at a JSON Pointer, to write to; undefined where there is none. */
  readonly open: (pointer: string) => Container | undefined;
  /** That of a member or an item of what is open. */
  readonly openMember: (parent: Container, key: string) => Container | undefined;
}

export function draftOf(data: Json): Draft {
  const holder: Container = [data];
  const own = new WeakSet<object>();
  const openMember = (parent: Container, key: string): Container | undefined => {
    const value = member(parent, key);
    if (!isObject(value) && !isArray(value)) return undefined;
    if (own.has(value)) return value as Container;
    const copy: Container = isArray(value) ? [...value] : { ...value };
    own.add(copy);
    put(parent, key, copy);
    return copy;
  };
  return {
    data: () => holder[0] as Json,
    open: (pointer) =>
      ["0", ...splitPointer(pointer)].reduce<Container | undefined>(
        (parent, key) => parent && openMember(parent, key),
        holder,
      ),
    openMember,
  };
}

/** Sets a member or an item; `__proto__` is a name like any other. */
export function put(parent: Container, key: string, value: Json): void {
  Object.defineProperty(parent, key, { value, enumerable: true, writable: true, configurable: true });
}
