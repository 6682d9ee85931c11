/** From the readings of each member to the object that they stand for. */
import type { Issue } from "./issue.js";

/** A value, and everything that is wrong with it. Nothing is there when the value is undefined. */
export interface Read {
  readonly value: unknown;
  readonly issues: readonly Issue[];
}

/** The readings of members by name, each at least one. */
type Fields = ReadonlyMap<string, readonly unknown[]>;

/** The object of the first reading of each field; of the next reading of those that are to blame where that is valid. */
export function settled(fields: Fields, readWhole: (object: unknown) => Read): Read {
  const chosen = new Map<string, number>();
  const read = (): Read =>
    readWhole(Object.fromEntries([...fields].map(([name, all]) => [name, all[chosen.get(name) ?? 0]])));
  const first = read();
  for (let last = first; ; last = read()) {
    if (last.issues.length === 0) return last;
    const blamed = [...blame(last.issues)].filter(
      (name) => (fields.get(name)?.length ?? 0) > (chosen.get(name) ?? 0) + 1,
    );
    if (blamed.length === 0) return first;
    for (const name of blamed) chosen.set(name, (chosen.get(name) ?? 0) + 1);
  }
}

/** The properties that issues, or the issues of their alternatives, speak of. */
function blame(issues: readonly Issue[]): ReadonlySet<string> {
  return new Set(issues.flatMap(({ path, causes }) => [...path.slice(0, 1).map(String), ...blame(causes)]));
}
