/** What one kind of change means for callers, who write requests and read answers, and for the parts of a package. */

/** What callers must do: change their code, nothing, or read. */
export type Level = "breaking" | "compatible" | "docs";

export type Area = "client" | "types" | "validators" | "fixtures" | "receivers";

/** Requests are written by callers, answers are read by them; what is no value belongs to neither. */
export type Direction = "request" | "response";

export interface DiffRule {
  readonly title: string;
  readonly why: string;
  /** One level for all, or one for each direction. */
  readonly level: Level | Readonly<Record<Direction, Level>>;
  readonly affects: readonly Area[];
}

export const everything: readonly Area[] = ["client", "types", "validators", "fixtures"];
export const values: readonly Area[] = ["types", "validators", "fixtures"];
export const checks: readonly Area[] = ["validators", "fixtures"];

export const narrower = { request: "breaking", response: "compatible" } as const;
export const wider = { request: "compatible", response: "breaking" } as const;
export const both = { request: "breaking", response: "breaking" } as const;
export const neither = { request: "compatible", response: "compatible" } as const;
