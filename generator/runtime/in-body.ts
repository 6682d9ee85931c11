/** A property of a request's body that leads from page to page. */
import type { PageParameter } from "./paging.js";

type Members = Readonly<Record<string, unknown>>;

/** `place` are the names that lead to it; `typed` makes what the body holds of a number or cursor, where that is not the same. */
export function inBody(
  place: readonly string[],
  typed: (value: unknown) => unknown = (value) => value,
): PageParameter {
  const path = ["body", ...place];
  return {
    read: ({ params }) => path.reduce<unknown>((at, name) => (at as Members | undefined)?.[name], params),
    write: ({ params }, value) => ({ params: withValue(params, path, typed(value)) }),
  };
}

/** A copy with another value at the end of a path, which is made where it is not there. */
function withValue(owner: unknown, [name, ...path]: readonly string[], value: unknown): object {
  const members = owner as Members | null | undefined;
  return name === undefined
    ? (value as object)
    : { ...members, [name]: withValue(members?.[name], path, value) };
}
