/** Differences by what they belong to: an operation, a named schema, or the API as a whole. */
import type { LocatedDifference } from "./located.js";

export interface Owner {
  /** As the package calls it. */
  readonly name: string;
  /** By rule, each in the order of the report. */
  readonly rules: readonly (readonly LocatedDifference[])[];
}

export function ownersOf(differences: readonly LocatedDifference[]): readonly Owner[] {
  return grouped(differences, ownerName).map(([name, list]) => ({
    name,
    rules: grouped(list, (each) => each.code).map(([, same]) => same),
  }));
}

/** `Pet.owner.name` is of `Pet`, `listPets limit` of `listPets`, `the client auth` of `the client`. */
const ownerName = ({ subject }: LocatedDifference): string =>
  /^the \w+|^[^ .[]+/.exec(subject)?.[0] ?? subject;

/** What of its owner a difference is about: `owner.name`, `limit`; empty where it is the whole. */
export const partOf = (each: LocatedDifference): string =>
  each.subject.slice(ownerName(each).length).replace(/^[ .]/, "");

function grouped<T>(list: readonly T[], keyOf: (each: T) => string): readonly (readonly [string, T[]])[] {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups];
}
