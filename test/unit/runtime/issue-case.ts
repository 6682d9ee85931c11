/** A value that is wrong in one way, and what its issue says. */
export interface IssueCase {
  readonly code: string;
  /** What is special about it. */
  readonly as?: string;
  readonly schema: object | boolean;
  readonly value: unknown;
  readonly path?: readonly (string | number)[];
  readonly pointer?: string;
  readonly expected?: unknown;
  /** Type and preview. */
  readonly received: readonly [string, string];
  /** The place of the broken schema, below the schema of the case. */
  readonly at?: string;
}

export const word: object = { type: "string" };
