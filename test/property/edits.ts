/** Edits of descriptions, such as people make between two runs: most leave one that makes sense. */
import { isDeepStrictEqual } from "node:util";

/** Chooses among so many, from 0. */
export type Pick = (count: number) => number;

type Members = Record<string, unknown>;

/** A member of an object or a list, wherever it stands in the document. */
interface Place {
  readonly parent: Members;
  readonly key: string;
}

const isContainer = (value: unknown): value is Members => typeof value === "object" && value !== null;

function placesIn(value: unknown): readonly Place[] {
  if (!isContainer(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => [{ parent: value, key }, ...placesIn(each)]);
}

const flags = [
  "unevaluatedProperties",
  "readOnly",
  "writeOnly",
  "deprecated",
  "nullable",
  "required",
  "uniqueItems",
  "x-pii",
];

/** The words of a description have few meanings elsewhere: what stands below other names may be replaced by each other. */
const edits: readonly ((place: Place, pick: Pick, all: readonly Place[]) => void)[] = [
  ({ parent, key }) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  },
  ({ parent, key }, pick, all) => {
    const same = all.filter(
      (each) => each.key === key || typeof each.parent[each.key] === typeof parent[key],
    );
    const other = same[pick(same.length)];
    if (other !== undefined) parent[key] = structuredClone(other.parent[other.key]);
  },
  ({ parent, key }, pick) => {
    const value = parent[key];
    if (typeof value === "string") parent[key] = `${value} of edit ${pick(9)}`;
    if (typeof value === "number") parent[key] = value + pick(9);
    if (typeof value === "boolean") parent[key] = !value;
  },
  ({ parent, key }, pick) => {
    const value = parent[key];
    const flag = flags[pick(flags.length)] ?? "";
    if (isContainer(value) && !Array.isArray(value)) value[flag] = flag !== "unevaluatedProperties";
  },
  ({ parent, key }, pick) => {
    if (!Array.isArray(parent)) parent[`${key}${pick(9)}`] = structuredClone(parent[key]);
  },
  ({ parent, key }) => {
    if (Array.isArray(parent)) return;
    const entries = Object.entries(parent);
    for (const each of Object.keys(parent)) delete parent[each];
    for (const [each, value] of entries) parent[each === key ? `${key}Renamed` : each] = value;
  },
];

/** The words that change most: what the description says of things, and their rules. */
const interesting =
  /^(description|summary|title|type|required|enum|properties|items|allOf|oneOf|format|pattern|minimum|maxLength|tags|operationId|schemas|parameters|responses|example|\$ref)$/;

/** Another document that differs in one place. */
export function edited(document: object, pick: Pick): object {
  const copy = structuredClone(document);
  const all = placesIn(copy);
  const wanted = all.filter((each) => interesting.test(each.key));
  const places = wanted.length > 0 && pick(3) > 0 ? wanted : all;
  const place = places[pick(places.length)];
  if (place === undefined) return document;
  edits[pick(edits.length)]?.(place, pick, all);
  return isDeepStrictEqual(copy, document) && pick(2) === 0 ? edited(document, pick) : copy;
}
