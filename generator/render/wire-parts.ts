/** The parts of a description that are printed one by one, and what tells them apart. */
import { digest } from "../digest.js";
import { closureDigests } from "../graph.js";
import { type Json, type JsonObject, isObject, joinPointer, localPointer, member } from "../json.js";

/** A path, a webhook or a component. */
export interface Part {
  readonly pointer: string;
  /** `paths`, `webhooks`, or the kind of a component. */
  readonly section: string;
  /** A description of nothing else. */
  readonly description: JsonObject;
  /** Equal for a part of two descriptions where nothing that it leads to differs. */
  readonly key: string;
}

/** The kinds of components that are printed, in their order. */
export const componentKinds = [
  "schemas",
  "responses",
  "parameters",
  "requestBodies",
  "headers",
  "pathItems",
] as const;

/** All of a description that refers to whole components only; `context` tells what else has a say in each. */
export function partsOf(description: JsonObject, context: string): readonly Part[] {
  const parts: readonly Omit<Part, "key">[] = [
    ...(["paths", "webhooks"] as const).flatMap((section) =>
      entriesOf(description, section).map(([name, value]) => ({
        pointer: joinPointer("", section, name),
        section,
        description: { components: {}, [section]: { [name]: value } },
      })),
    ),
    ...componentKinds.flatMap((section) =>
      entriesOf(description["components"], section).map(([name, value]) => ({
        pointer: joinPointer("/components", section, name),
        section,
        description: { components: { [section]: { [name]: value } } },
      })),
    ),
  ];
  const keys = keysOf(parts);
  return parts.map((each) => ({
    ...each,
    key: digest([context, each.pointer, keys.get(each.pointer)].join("\n")),
  }));
}

function entriesOf(parent: Json | undefined, name: string): readonly (readonly [string, Json])[] {
  const found = member(parent, name);
  return isObject(found) ? Object.entries(found) : [];
}

/** Digests of parts with all that they lead to. */
function keysOf(parts: readonly Omit<Part, "key">[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const refs = new Map<string, ReadonlySet<string>>();
  for (const { pointer, description } of parts) {
    const found = new Set<string>();
    const text = JSON.stringify(description, (key, value: unknown) => {
      const ref = key === "$ref" && typeof value === "string" ? localPointer(value) : undefined;
      if (ref !== undefined) found.add(ref);
      return value;
    });
    texts.set(pointer, text);
    refs.set(pointer, found);
  }
  const known = (pointer: string): boolean => texts.has(pointer);
  return closureDigests(
    texts.keys(),
    (pointer) => [...(refs.get(pointer) ?? [])].filter(known),
    (pointer) => texts.get(pointer) ?? "",
  );
}
