/** What was made of what, as far as something remembers it from run to run. */
export interface Memo {
  /** What was made of a source; undefined where that is not known. `kind` tells what is made of it. */
  readonly get: (kind: string, source: string) => string | undefined;
  readonly set: (kind: string, source: string, made: string) => void;
}

/** Nothing is known: everything is made anew. */
export const unremembered: Memo = { get: () => undefined, set: () => undefined };

/** What `make` makes of a source, as JSON holds it: made where it is not known. */
export function recalled<T>(kind: string, source: string, memo: Memo, make: () => T): T {
  const known = memo.get(kind, source);
  if (known !== undefined) return JSON.parse(known) as T;
  const made = make();
  memo.set(kind, source, JSON.stringify(made));
  return made;
}
