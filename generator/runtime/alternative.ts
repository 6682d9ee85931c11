/** The cases of an alternative that a schema leaves and that its fixture does not show. */
import { type Cases, type EditsAt, type HasEdits, type Holder, editsOf, replaced } from "./cases.js";

/** Cases of a value that shows an alternative of the keyword `code`; the value itself is an edge. */
export function alternative(
  code: string,
  make: () => unknown,
  cases: () => readonly Cases[] = () => [],
): HasEdits {
  const inner = editsOf(cases);
  return {
    *edits(kind, path = [], open) {
      const shown = (value: unknown): unknown => replaced(value as Holder, path, make());
      if (kind === "edges") yield { code, path: path.concat(), edit: shown };
      for (const { edit, ...rule } of inner(kind, path, open))
        yield { ...rule, edit: (value) => edit(shown(value)) };
    },
  };
}

/** An alternative of a union: one issue of the union tells of what breaks a rule, and has that as its one cause. */
export function branch(code: string, make: () => unknown, cases: () => readonly Cases[]): HasEdits {
  const { edits } = alternative(code, make, cases);
  const told: EditsAt = function* (kind, path = [], open) {
    for (const { edit, ...cause } of edits(kind, path, open))
      yield kind === "edges" ? { ...cause, edit } : { code, path: path.concat(), cause, edit };
  };
  return { edits: told };
}
