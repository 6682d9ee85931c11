/** A member of the object of parameters, and what is wrong with it. */
import { Issue } from "./issue.js";
import type { Read } from "./settled.js";

export interface Part {
  readonly name: string;
  readonly required: boolean;
  /** Where the description speaks of it. */
  readonly place: string;
  readonly read: Read;
}

/** The issues as seen from the object of parameters. */
export function issuesOf({ name, required, place, read }: Part): readonly Issue[] {
  if (read.value === undefined && !required) return [];
  const issues = read.value === undefined ? [new Issue(undefined, "required", undefined)] : read.issues;
  for (const issue of issues) issue.within(name, place);
  return issues;
}
