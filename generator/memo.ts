/** What was made of what, as far as something remembers it from run to run. */
export interface Memo {
  /** What was made of a source; undefined where that is not known. `kind` tells what is made of it. */
  readonly get: (kind: string, source: string) => string | undefined;
  readonly set: (kind: string, source: string, made: string) => void;
}

/** Nothing is known: everything is made anew. */
export const unremembered: Memo = { get: () => undefined, set: () => undefined };
