/** Leaves out the operations that a configuration does not want, and what only they referred to. */
import picomatch from "picomatch";
import type { Selection } from "../config.js";
import { type Diagnostic, diagnostic } from "../diagnostics.js";
import { holdsData, holdsNames, isMappedReference, operationFields } from "../fields.js";
import { type Json, type JsonObject, isArray, isObject, joinPointer, member } from "../json.js";
import { resolveReference } from "../uri.js";
import type { Description } from "../load/documents.js";
import { type Standing, before, documentOf, follow } from "../load/follow.js";
import { prune } from "./prune.js";

export interface Wanted {
  readonly include?: Selection | undefined;
  readonly exclude?: Selection | undefined;
}

/** A description without what is not wanted, and warnings. */
export interface Selected {
  readonly description: Description;
  readonly diagnostics: readonly Diagnostic[];
}

/** Patterns that nothing matches are warned of: they were meant for something. */
export function select(whole: Description, { include = {}, exclude = {} }: Wanted): Selected {
  const { data } = whole;
  if (!isObject(data)) return { description: whole, diagnostics: [] };
  const included = rulesOf("include", include);
  const excluded = rulesOf("exclude", exclude);
  const isWanted = (operation: Candidate): boolean => {
    // All rules are asked, so that each pattern has its chance to match.
    const [wants, refuses] = [included, excluded].map((rules) => rules.map((each) => each.fits(operation)));
    return wants?.every(Boolean) === true && refuses?.some(Boolean) === false;
  };
  const moves = new Map<string, string>();
  const kept = (key: "paths" | "webhooks"): JsonObject => {
    const items = data[key] === undefined ? undefined : follow(whole, data[key], joinPointer("", key));
    return items === undefined ? {} : { [key]: selectItems(whole, items, key, isWanted, moves) };
  };
  const selected = prune({ ...data, ...kept("paths"), ...kept("webhooks") }, whole.documents);
  const unused = [...included, ...excluded].flatMap((each) => each.unused());
  return {
    description: { ...whole, data: selected, locate: (pointer) => whole.locate(before(pointer, moves)) },
    diagnostics: unused.map((each) =>
      diagnostic("selection-no-match", { file: "configuration", line: 1, column: 1 }, each),
    ),
  };
}

/** An operation, before anything else is known of it. */
interface Candidate {
  readonly path: string;
  readonly method: string;
  readonly id: string | undefined;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
}

/** What one field of a selection asks for. */
interface Rule {
  readonly fits: (operation: Candidate) => boolean;
  /** The patterns that nothing has matched yet. */
  readonly unused: () => readonly string[];
}

function rulesOf(name: string, { operations, paths, tags, deprecated }: Selection): readonly Rule[] {
  const byName = (
    field: string,
    patterns: readonly string[] | undefined,
    namesOf: (operation: Candidate) => readonly string[],
  ): readonly Rule[] => (patterns === undefined ? [] : [nameRule(`${name}.${field}`, patterns, namesOf)]);
  return [
    ...byName("operations", operations, ({ id, method, path }) => [
      ...(id === undefined ? [] : [id]),
      `${method} ${path}`,
    ]),
    ...byName("paths", paths, ({ path }) => [path]),
    ...byName("tags", tags, (operation) => operation.tags),
    ...(deprecated === undefined
      ? []
      : [{ fits: (operation: Candidate) => operation.deprecated === deprecated, unused: () => [] }]),
  ];
}

function nameRule(
  field: string,
  patterns: readonly string[],
  namesOf: (operation: Candidate) => readonly string[],
): Rule {
  const used = new Set<string>();
  const matchers = patterns.map((pattern) => ({ pattern, matches: picomatch(pattern, plainBraces) }));
  return {
    fits: (operation) => {
      const names = namesOf(operation);
      const found = matchers.filter(({ matches }) => names.some((each) => matches(each)));
      for (const { pattern } of found) used.add(pattern);
      return found.length > 0;
    },
    unused: () => patterns.filter((each) => !used.has(each)).map((each) => `${field}: ${each}`),
  };
}

/** The braces of path templates are letters like others. */
const plainBraces = { nobrace: true, nobracket: true, noextglob: true, dot: true } as const;

type Wants = (operation: Candidate) => boolean;

/** Path items with what is wanted of their operations; those without any are gone. */
function selectItems(
  whole: Description,
  items: Standing,
  key: string,
  isWanted: Wants,
  moves: Map<string, string>,
): JsonObject {
  const entries = Object.entries(items.value).flatMap(([path, value]) => {
    const standing = { value, pointer: joinPointer(items.pointer, path) };
    const to = joinPointer("", key, path);
    const item = follow(whole, value, standing.pointer);
    const operations = item === undefined || path.startsWith("x-") ? [] : operationsIn(item.value, path);
    const unwanted = operations.filter((each) => !isWanted(each));
    if (item === undefined || unwanted.length === 0)
      return [[path, bring(whole, standing, to, moves)] as const];
    if (unwanted.length === operations.length) return [];
    return [[path, bring(whole, { ...item, value: without(item.value, unwanted) }, to, moves)] as const];
  });
  return Object.fromEntries(entries);
}

interface Found extends Candidate {
  readonly key: string;
  readonly additional: boolean;
}

function operationsIn(item: JsonObject, path: string): readonly Found[] {
  const additional = member(item, "additionalOperations");
  const found = (object: JsonObject, isOne: (key: string) => boolean, more: boolean): readonly Found[] =>
    Object.entries(object).flatMap(([key, value]) =>
      isOne(key) && isObject(value)
        ? [{ ...candidate(value, more ? key : key.toUpperCase(), path), key, additional: more }]
        : [],
    );
  return [
    ...found(item, (key) => operationFields.some((each) => each === key), false),
    ...(isObject(additional) ? found(additional, () => true, true) : []),
  ];
}

function candidate(operation: JsonObject, method: string, path: string): Candidate {
  const { operationId, tags } = operation;
  return {
    path,
    method,
    id: typeof operationId === "string" ? operationId : undefined,
    tags: isArray(tags) ? tags.filter((each) => typeof each === "string") : [],
    deprecated: operation["deprecated"] === true,
  };
}

function without(item: JsonObject, unwanted: readonly Found[]): JsonObject {
  const dropped = (object: JsonObject, isAdditional: boolean): JsonObject =>
    Object.fromEntries(
      Object.entries(object).filter(
        ([key]) => !unwanted.some((each) => each.key === key && each.additional === isAdditional),
      ),
    );
  const additional = member(item, "additionalOperations");
  const kept = dropped(item, false);
  return isObject(additional) ? { ...kept, additionalOperations: dropped(additional, true) } : kept;
}

/** What stands at `to` now; what was written in another document takes its references along. */
function bring(
  whole: Description,
  { value, pointer }: { readonly value: Json; readonly pointer: string },
  to: string,
  moves: Map<string, string>,
): Json {
  if (pointer === to) return value;
  moves.set(to, pointer);
  const base = documentOf(pointer, whole.documents)?.uri ?? whole.uri;
  return base === whole.uri ? value : withFullReferences(value, base);
}

/** References that lead to the same from anywhere; what is data is no reference, whatever it looks like. */
function withFullReferences(value: Json, base: string, isMap = false): Json {
  if (isArray(value)) return value.map((each) => withFullReferences(each, base));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (!isMap && holdsData(key, each)) return [key, each];
      if (!isMap && key === "$ref" && typeof each === "string") return [key, full(each, base)];
      if (key === "mapping" && isObject(each))
        return [
          key,
          Object.fromEntries(Object.entries(each).map(([tag, ref]) => [tag, fullMapped(ref, base)])),
        ];
      return [key, withFullReferences(each, base, !isMap && holdsNames(key, each))];
    }),
  );
}

const full = (ref: string, base: string): string =>
  resolveReference(ref, base) === undefined ? ref : new URL(ref, base).href;
const fullMapped = (ref: Json, base: string): Json =>
  typeof ref === "string" && isMappedReference(ref) ? full(ref, base) : ref;
