/** Discriminators: which values of a property choose which branch (OpenAPI 3.1, section 4.8.25). */
import { documentPointer, placeIn } from "../documents.js";
import {
  type Json,
  type JsonObject,
  isArray,
  joinPointer,
  member,
  sameJson,
  splitPointer,
  valueAt,
} from "../json.js";
import {
  type At,
  type Reader,
  arrayField,
  expect,
  field,
  followed,
  members,
  objectField,
  reportLater,
  stringField,
} from "./reader.js";
import type { Discriminator } from "./schema.js";

/** The discriminator of a schema with branches, when it tells all of them apart. */
export function lowerDiscriminator(reader: Reader, raw: At<JsonObject>): Discriminator | undefined {
  const at = objectField(reader, raw, "discriminator");
  if (at === undefined) return undefined;
  const fallback = field(at, "defaultMapping");
  reportLater(reader, fallback);
  const property = stringField(reader, at, "propertyName");
  if (property === undefined) {
    reader.report("missing-field", at.pointer, "propertyName");
    return undefined;
  }
  const mapping = members(objectField(reader, at, "mapping")).filter(
    (each) => expect(reader, each, (value) => typeof value === "string", "a string") !== undefined,
  );
  for (const each of [...mapping, ...(fallback === undefined ? [] : [fallback])])
    if (mappingTarget(reader, each) === undefined)
      reader.report("ref-unresolved", each.pointer, String(each.value));
  // Values without a known tag are of the default, so the tag alone chooses no branch: each is tried (OpenAPI 3.2, section 4.25).
  if (fallback !== undefined) return undefined;
  const branches = [...arrayField(reader, raw, "oneOf"), ...arrayField(reader, raw, "anyOf")];
  if (branches.length === 0) return undefined; // On a parent that its children extend it is documentation only.
  if (field(raw, "oneOf") !== undefined && field(raw, "anyOf") !== undefined) {
    reader.report("schema-discriminator", at.pointer, property);
    return undefined;
  }
  // Any value may have it then, and one without it is of no branch: it SHOULD be required (OpenAPI 3.1.1, section 4.8.25.1).
  if (![raw, ...branches].some((each) => speaksOf(reader, each, property)))
    reader.report(
      "discriminator-unfit",
      joinPointer(at.pointer, "propertyName"),
      `no branch has a property ${property}`,
    );
  const tags = branches.map((branch) => tagsOf(reader, branch, property, mapping));
  const all = tags.flat();
  const distinct = all.every((tag, i) => !all.slice(0, i).some((other) => sameJson(tag, other)));
  const declared = branches.map((each, i) => sameJson(ownTags(reader, each, property), tags[i] ?? []));
  if (distinct && tags.every((each, i) => each.length > 0 || isNullBranch(branches[i])))
    return { property, tags, declared };
  reader.report("schema-discriminator", at.pointer, property);
  return undefined;
}

/** OpenAPI 3.1, section 4.8.25: a mapping's names choose first, then what the branch says itself, then its own name. */
function tagsOf(
  reader: Reader,
  branch: At,
  property: string,
  mapping: readonly (At & { readonly key: string })[],
): readonly Json[] {
  const pointer = refTarget(reader, branch);
  const end = (start: string | undefined): string | undefined =>
    start && followed(reader, { value: valueAt(reader.root.value, start) ?? true, pointer: start })?.pointer;
  const mapped = mapping.filter(
    (each) => pointer !== undefined && end(mappingTarget(reader, each)) === end(pointer),
  );
  const own = ownTags(reader, branch, property);
  for (const { key, pointer: at } of mapped)
    if (own.length > 0 && own.every((tag) => typeof tag === "string" && tag !== key))
      reader.report(
        "discriminator-unfit",
        at,
        `${key}; the branch allows ${own.map((tag) => JSON.stringify(tag)).join(", ")}`,
      );
  if (mapped.length > 0 && own.every((tag) => typeof tag === "string")) return mapped.map((each) => each.key);
  if (own.length > 0) return own;
  const [, name] = /^\/components\/schemas\/([^/]+)$/.exec(placeIn(pointer ?? "").pointer) ?? [];
  return name === undefined ? [] : splitPointer(`/${name}`);
}

/** The values that a branch itself allows the property to have, where it lists them. */
const ownTags = (reader: Reader, branch: At, property: string): readonly Json[] =>
  said(reader, branch, ["allOf"], (schema) => {
    const declared = member(member(schema, "properties"), property);
    const constant = member(declared, "const");
    if (constant !== undefined) return [constant];
    const values = member(declared, "enum");
    return isArray(values) ? values : undefined;
  });

/** Whether a schema says anything of the property: itself, or what it is made of. */
const speaksOf = (reader: Reader, at: At, property: string): boolean =>
  said(reader, at, ["allOf", "anyOf", "oneOf"], (schema) =>
    member(member(schema, "properties"), property) === undefined ? undefined : [true],
  ).length > 0;

/** What a schema says, or else what those say that it refers to or has under one of the keys; each is asked once. */
function said<T>(
  reader: Reader,
  at: At,
  keys: readonly string[],
  say: (schema: Json) => readonly T[] | undefined,
  seen: Set<string> = new Set(),
): readonly T[] {
  if (seen.has(at.pointer)) return [];
  seen.add(at.pointer);
  const ask = (value: Json, pointer: string): readonly T[] =>
    said(reader, { value, pointer }, keys, say, seen);
  const ref = refTarget(reader, at);
  if (ref !== undefined) return ask(valueAt(reader.root.value, ref) ?? true, ref);
  const partsUnder = (key: string): readonly T[] => {
    const parts = member(at.value, key);
    return isArray(parts) ? parts.flatMap((part, i) => ask(part, joinPointer(at.pointer, key, i))) : [];
  };
  return say(at.value) ?? keys.flatMap(partsUnder);
}

/** A discriminator's mapping holds names of component schemas, those of the same document first, or references; undefined for one that leads nowhere. */
function mappingTarget(reader: Reader, { value, pointer }: At): string | undefined {
  if (typeof value !== "string") return undefined;
  const { document } = placeIn(pointer);
  const homes = [...(document === undefined ? [] : [documentPointer(document)]), ""];
  const named = homes.map((each) => joinPointer(`${each}/components/schemas`, value));
  const resolved = reader.resolve(value, pointer);
  const all = [...named, ...(resolved === undefined ? [] : [resolved])];
  return all.find((each) => valueAt(reader.root.value, each) !== undefined);
}

/** What a reference leads to, unchecked: lowering itself reports. */
function refTarget(reader: Reader, { value, pointer }: At): string | undefined {
  const ref = member(value, "$ref");
  return typeof ref === "string" ? reader.resolve(ref, pointer) : undefined;
}

const isNullBranch = (at: At | undefined): boolean => at !== undefined && member(at.value, "type") === "null";
