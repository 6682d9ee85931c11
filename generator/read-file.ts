/** What was read to make a package. */

/** Only what was read from a file has a path. */
export interface Read {
  readonly path?: string;
  readonly digest: string;
}

export type ReadFile = Required<Read>;
