/** Host names with labels that are written from right to left (RFC 5893). */

/** Section 2: the labels of a name with such a label keep the Bidi rule, all of them. */
export function keepBidiRule(labels: readonly string[]): boolean {
  const classes = labels.map((label) => Array.from(label, bidiClass).join(""));
  return !classes.some((each) => /[RA]/.test(each)) || classes.every(keepsBidiRule);
}

/** Section 2, rules 1 to 6, for the classes of a label's code points. */
function keepsBidiRule(classes: string): boolean {
  return (
    /^(?:R(?:[^L]*[REA])?|L(?:[^RA]*[LE])?)M*$/.test(classes) &&
    !(classes.includes("E") && classes.includes("A"))
  );
}

/**
 * The Bidi_Class of a code point that labels may have (UAX 9, table 4), by its first letter: E for European digits, A
 * for Arabic ones, M for marks that take the direction of what they stand on, N for neutral and weak ones. Letters are
 * R (with AL) in the blocks that are written from right to left, and L elsewhere.
 */
function bidiClass(point: string): string {
  if (/[\d\u06f0-\u06f9]/.test(point)) return "E";
  if (/[\u0660-\u0669\u{10d30}-\u{10d39}]/u.test(point)) return "A";
  if (/\p{Mn}/u.test(point)) return "M";
  if (
    /[\u200d\u200c\-\xb7\u02b9\u02ba\u02c6-\u02cf\u02ec\u0375\u2e2f\u30fb\ua67f\ua717-\ua71f\ua788]/.test(
      point,
    )
  )
    return "N";
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(point)
    ? "R"
    : "L";
}
