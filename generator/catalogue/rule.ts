/** One thing that can be wrong with the input: how bad it is, what it is, and how to mend it. */
export type Severity = "error" | "warning";

export interface Rule {
  readonly severity: Severity;
  readonly title: string;
  readonly remedy: string;
}

/** Nothing is written while there is one. */
export const error = (title: string, remedy: string): Rule => ({ severity: "error", title, remedy });

/** The package is written all the same. */
export const warning = (title: string, remedy: string): Rule => ({ severity: "warning", title, remedy });
