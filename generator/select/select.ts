/** Leaves out the operations that a configuration does not want, and what only they referred to. */
import picomatch from "picomatch";
import type { Selection } from "../config.js";
import { type Diagnostic, diagnostic } from "../diagnostics.js";
import { operationFields } from "../fields.js";
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
    // All are asked, so that each pattern has its chance to match.
    const asked = [
      included.map((each) => each.fits(operation)),
      excluded.map((each) => each.fits(operation)),
    ];
    return (asked[0] ?? []).every(Boolean) && !(asked[1] ?? []).some(Boolean);
  };
  const moves = new Map<string, string>();
  const kept = (key: "paths" | "webhooks"): JsonObject =>
    isObject(data[key]) ? { [key]: selectItems(whole, data[key], key, isWanted, moves) } : {};
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
  items: JsonObject,
  key: string,
  isWanted: Wants,
  moves: Map<string, string>,
): JsonObject {
  const entries = Object.entries(items).flatMap(([path, value]) => {
    const pointer = joinPointer("", key, path);
    const item = follow(whole, value, pointer);
    if (item === undefined || path.startsWith("x-")) return [[path, value] as const];
    const unwanted = operationsIn(item.value, path).filter((each) => !isWanted(each));
    const all = operationsIn(item.value, path).length;
    if (unwanted.length === 0) return [[path, value] as const];
    if (unwanted.length === all) return [];
    return [[path, bring(whole, { ...item, value: without(item.value, unwanted) }, pointer, moves)] as const];
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

/** An item at a path of its own; one that was written elsewhere takes its references along. */
function bring(whole: Description, item: Standing, to: string, moves: Map<string, string>): Json {
  if (item.pointer === to) return item.value;
  moves.set(to, item.pointer);
  const base = documentOf(item.pointer, whole.documents)?.uri ?? whole.uri;
  return base === whole.uri ? item.value : withFullReferences(item.value, base);
}

function withFullReferences(value: Json, base: string): Json {
  if (isArray(value)) return value.map((each) => withFullReferences(each, base));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const isReference = key === "$ref" && typeof each === "string" && resolveReference(each, base);
      return [key, isReference ? new URL(each, base).href : withFullReferences(each, base)];
    }),
  );
}
