/** Every test of the suite on which our validators differ from it, and why. */

export interface Exception {
  readonly file: string;
  readonly case: string;
  /** Absent: every test of the case. */
  readonly test?: string;
  readonly reason: string;
}

export const exceptions: readonly Exception[] = [
  {
    file: "optional/cross-draft.json",
    case: "refs to historic drafts are processed as historic drafts",
    reason: "refused: the reference leads to a schema of draft 2019-09; OpenAPI 3.1 speaks 2020-12",
  },
];
