/** What makes a text of another; something may remember it from run to run. */

/** Gives what is made of a source, which `make` is asked for only where it is not known. `kind` tells what is made of it. */
export type Memo = (kind: string, source: string, make: () => Promise<string>) => Promise<string>;

/** Everything is made anew. */
export const unremembered: Memo = (_kind, _source, make) => make();
