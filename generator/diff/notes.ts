/** What is said beside rules: to people, and to what writes logs. */
import type { DiffCode } from "./rules.js";

export interface Noted {
  readonly deprecated?: boolean;
  readonly personal?: boolean;
}

/** What differs in notes, of which those by the names of `told` are words and examples. */
export function changesOfNotes<N extends Noted>(
  a: N,
  b: N,
  told: readonly (keyof N & string)[],
): readonly (readonly [code: DiffCode, detail: string])[] {
  const isOther = (key: keyof N): boolean => JSON.stringify(a[key]) !== JSON.stringify(b[key]);
  return [
    ...(!a.deprecated && b.deprecated ? [["deprecated", "deprecated: true"] as const] : []),
    ...(a.deprecated && !b.deprecated ? [["deprecated-no-more", "deprecated: false"] as const] : []),
    ...(isOther("personal")
      ? [["personal-changed", a.personal ? "logs show it" : "logs hide it"] as const]
      : []),
    ...told.filter(isOther).map((key) => ["docs-changed", key] as const),
  ];
}
