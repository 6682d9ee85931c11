/** Which schemas requests and responses see differently: those that lead to `readOnly` or `writeOnly` properties. */
import { type Json, type JsonObject, isArray, isObject, joinPointer, member } from "../json.js";
import { type At, field, members } from "./reader.js";
import { memoReachable } from "./reachable.js";
import { appliedSchemas } from "./subschemas.js";

/** How raw schemas are read and references followed. */
export interface RawSchemas {
  readonly at: (pointer: string) => At;
  /** A schema object in the dialect that lowering speaks. */
  readonly read: (at: At<JsonObject>) => At<JsonObject>;
  /** The pointers that the schema may refer to. */
  readonly refs: (at: At) => readonly string[];
}

export interface Directions {
  /** Whether requests and responses see the schema at a pointer differently. */
  readonly directed: (pointer: string) => boolean;
  /** Whether a property with this schema is marked: on the schema, on what it refers to, or on a member of its `allOf`. */
  readonly isMarked: (at: At, mark: "readOnly" | "writeOnly") => boolean;
}

export function readDirections(schemas: RawSchemas): Directions {
  const isMarked = (
    at: At,
    mark: "readOnly" | "writeOnly",
    seen: ReadonlySet<string> = new Set(),
  ): boolean => {
    if (!isObject(at.value)) return false;
    if (member(at.value, mark) === true) return true;
    const [target] = schemas.refs(at);
    if (
      target !== undefined &&
      !seen.has(target) &&
      isMarked(schemas.at(target), mark, new Set([...seen, target]))
    )
      return true;
    const all: Json | undefined = member(at.value, "allOf");
    return (
      isArray(all) &&
      all.some((value, i) => isMarked({ value, pointer: joinPointer(at.pointer, "allOf", i) }, mark, seen))
    );
  };

  const scan = (at: At): { readonly found: boolean; readonly next: readonly string[] } => {
    if (!isObject(at.value)) return { found: false, next: [] };
    const raw = schemas.read(at as At<JsonObject>);
    const inner = appliedSchemas(raw).map(scan);
    const properties = field(raw, "properties");
    const marked = members(
      properties && isObject(properties.value) ? (properties as At<JsonObject>) : undefined,
    ).some((each) => isMarked(each, "readOnly") || isMarked(each, "writeOnly"));
    return {
      found: marked || inner.some((each) => each.found),
      next: [...schemas.refs(raw), ...inner.flatMap((each) => each.next)],
    };
  };

  return { directed: memoReachable((pointer) => scan(schemas.at(pointer))), isMarked };
}
