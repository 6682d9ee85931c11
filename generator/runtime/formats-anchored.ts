/** A regular expression for a text as a whole, of parts that are written in any case. A call of it can be left out of a bundle. */
export function anchored(...parts: readonly string[]): RegExp {
  return new RegExp(`^${parts.join("")}$`, "i");
}
