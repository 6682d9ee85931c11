/** Issues that other issues are the reason of. */
import { Issue, lift } from "./issue.js";

/** `anyOf`, `oneOf` and `propertyNames`: what is wrong is told by the issues of what was tried. */
export class CausedIssue extends Issue {
  readonly #causes: readonly Issue[];

  constructor(value: unknown, code: string, expected: unknown, causes: readonly Issue[]) {
    super(value, code, expected, undefined, "");
    this.#causes = causes;
  }

  override get causes(): readonly Issue[] {
    return this.#causes;
  }

  override within(key: string | number | undefined, place?: string): void {
    super.within(key, place);
    lift(this.#causes, 0, key, place);
  }
}
