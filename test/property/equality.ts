/** Equality for ajv, whose own stumbles over objects that have a property like `toString`. */
import { isDeepStrictEqual } from "node:util";
import type { Ajv, FuncKeywordDefinition } from "ajv";
import type { Ajv2020 } from "ajv/dist/2020.js";

/** The keywords that compare values (JSON Schema 2020-12 Validation, sections 6.1.2, 6.1.3 and 6.4.3). */
const equalities: readonly (FuncKeywordDefinition & { readonly keyword: string })[] = [
  { keyword: "const", validate: (only: unknown, value: unknown) => isDeepStrictEqual(only, value) },
  {
    keyword: "enum",
    validate: (values: readonly unknown[], value: unknown) =>
      values.some((each) => isDeepStrictEqual(each, value)),
  },
  {
    keyword: "uniqueItems",
    validate: (unique: boolean, items: unknown) =>
      !unique ||
      !Array.isArray(items) ||
      items.every((each, i) => !items.slice(0, i).some((earlier) => isDeepStrictEqual(each, earlier))),
  },
];

/** Makes a validator compare values as JSON does. */
export function compareDeeply(ajv: Ajv | Ajv2020): void {
  for (const each of equalities) ajv.removeKeyword(each.keyword).addKeyword(each);
}
