/** The places in a JSON value, and values that differ from it at one of them. */

export type Place = readonly (string | number)[];

/** Every place in a value, from the root down. */
export function placesIn(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== "object" || value === null) return [at];
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [at, ...members.flatMap(([key, each]) => placesIn(each, [...at, key]))];
}

/** A copy with another value at a place. */
export function replaced(value: unknown, at: Place, by: unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  Object.defineProperty(copy, key, {
    value: replaced((value as Record<string | number, unknown>)[key], rest, by),
    enumerable: true,
    writable: true,
    configurable: true,
  });
  return copy;
}

/** A copy without the property at a place; undefined where there is no property. */
export function removed(value: unknown, at: Place): unknown {
  const key = at.at(-1);
  if (typeof key !== "string") return undefined;
  const parent = at.slice(0, -1).reduce((inner, step) => (inner as Record<string, unknown>)[step], value);
  const rest = Object.entries(parent as object).filter(([name]) => name !== key);
  return replaced(value, at.slice(0, -1), Object.fromEntries(rest));
}

/** Whether a path leads to a place or below it. */
export function startsWith(path: Place, start: Place): boolean {
  return start.every((step, i) => path[i] === step);
}
