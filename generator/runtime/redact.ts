/** Values without what is personal. */

/** Whether the property at a path, from the whole value down, holds something personal. */
export type IsPii = (name: string, path: readonly string[]) => boolean;

/** Stands in place of what is not shown. */
export const hidden = "[redacted]";

/** A copy of a JSON value in which the properties that `isPii` names are hidden, whatever they hold. */
export function redacted(value: unknown, isPii: IsPii, path: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((each) => redacted(each, isPii, path));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const here = [...path, name];
      return [name, isPii(name, here) ? hidden : redacted(each, isPii, here)];
    }),
  );
}
