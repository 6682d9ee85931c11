/**
 * Dynamic references, worked out when lowering: a schema that leads to one is lowered once for each dynamic scope that
 * it is used in (JSON Schema 2020-12 Core, sections 7.1 and 8.2.3.2). Nothing is left to decide at run time.
 */
import { isObject, member } from "../json.js";
import type { Identifiers } from "./identifiers.js";
import type { At } from "./reader.js";
import { appliedSchemas } from "./subschemas.js";

/** By name, the dynamic anchor that the outermost schema resource gives: what a dynamic reference leads to. */
export type DynamicScope = ReadonlyMap<string, string>;

export interface DynamicScopes {
  /** The scope after entering the resource that a pointer lies in. */
  readonly enter: (scope: DynamicScope, pointer: string) => DynamicScope;
  /** Tells the scopes apart in which the schema at a pointer means different things; empty for its own. */
  readonly key: (scope: DynamicScope, pointer: string) => string;
  /** What `$dynamicRef` leads to. */
  readonly resolve: (ref: string, from: string, scope: DynamicScope) => string | undefined;
  /** All that `$dynamicRef` may lead to, in any scope. */
  readonly candidates: (ref: string, from: string) => readonly string[];
}

export function dynamicScopes(identifiers: Identifiers, at: (pointer: string) => At): DynamicScopes {
  const enter = (scope: DynamicScope, pointer: string): DynamicScope => {
    const fresh = [...identifiers.dynamicAnchors(pointer)].filter(([name]) => !scope.has(name));
    return fresh.length === 0 ? scope : new Map([...scope, ...fresh]);
  };

  /** The name of the dynamic anchor that a reference leads to; undefined where it is like any other reference. */
  const dynamicName = (initial: string | undefined): string | undefined => {
    const name = initial === undefined ? undefined : member(at(initial).value, "$dynamicAnchor");
    return typeof name === "string" ? name : undefined;
  };

  const anchorName = (ref: string, initial: string | undefined): string | undefined => {
    const name = dynamicName(initial);
    return name !== undefined && ref.endsWith(`#${name}`) ? name : undefined;
  };

  const candidates = (ref: string, from: string): readonly string[] => {
    const initial = identifiers.resolve(ref, from);
    const name = anchorName(ref, initial);
    return name === undefined ? (initial === undefined ? [] : [initial]) : identifiers.anchored(name);
  };

  const resolve = (ref: string, from: string, scope: DynamicScope): string | undefined => {
    const initial = identifiers.resolve(ref, from);
    const name = anchorName(ref, initial);
    return name === undefined ? initial : (scope.get(name) ?? initial);
  };

  /** The names that dynamic references ask for, in the schemas that a pointer leads to. */
  const namesFrom = memo((start: string): ReadonlySet<string> => {
    const names = new Set<string>();
    const seen = new Set([start]);
    const visit = (schema: At): void => {
      const { $ref, $dynamicRef } = isObject(schema.value) ? schema.value : {};
      const targets = [
        ...(typeof $ref === "string" ? [identifiers.resolve($ref, schema.pointer)] : []),
        ...(typeof $dynamicRef === "string" ? candidates($dynamicRef, schema.pointer) : []),
      ];
      for (const target of targets) if (target !== undefined) seen.add(target);
      if (typeof $dynamicRef === "string") {
        const name = anchorName($dynamicRef, identifiers.resolve($dynamicRef, schema.pointer));
        if (name !== undefined) names.add(name);
      }
      for (const each of appliedSchemas(schema)) visit(each);
    };
    for (const pointer of seen) visit(at(pointer));
    return names;
  });

  const key = (scope: DynamicScope, pointer: string): string => {
    if (scope.size === 0) return "";
    const own = enter(new Map(), pointer);
    return [...namesFrom(pointer)]
      .filter((name) => scope.get(name) !== own.get(name))
      .sort()
      .map((name) => `${name}=${scope.get(name)}`)
      .join();
  };

  return { enter, key, resolve, candidates };
}

function memo<T>(make: (pointer: string) => T): (pointer: string) => T {
  const known = new Map<string, T>();
  return (pointer) => {
    const value = known.get(pointer) ?? make(pointer);
    known.set(pointer, value);
    return value;
  };
}
