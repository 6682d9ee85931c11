/** What schemas ask for, apart from where they stand and what is said of them. */

/** A text that is the same for schemas, or parts of such, that ask for the same. */
export const rulesText = (part: object): string =>
  JSON.stringify(part, (key, value: unknown) =>
    key === "pointer" || key === "annotations" ? undefined : value,
  );
