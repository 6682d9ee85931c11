/** Where schema objects hold other schemas (JSON Schema 2020-12 Core, sections 8.2.4, 10 and 11; Validation, section 8). */
import { isArray, isObject, joinPointer, member } from "../json.js";
import { type At, members } from "./reader.js";

const single = [
  "items",
  "contains",
  "additionalProperties",
  "propertyNames",
  "not",
  "if",
  "then",
  "else",
  "unevaluatedItems",
  "unevaluatedProperties",
] as const;
const lists = ["allOf", "anyOf", "oneOf", "prefixItems"] as const;
const maps = ["properties", "patternProperties", "dependentSchemas", "dependencies"] as const;
/** Keep schemas for others to refer to, and apply none. */
const stores = ["$defs", "definitions"] as const;

/** The schemas that a raw schema applies. */
export function appliedSchemas(at: At): readonly At[] {
  return [
    ...single.flatMap((key) => schemasIn(at, key, false)),
    ...lists.flatMap((key) => schemasIn(at, key, true)),
    ...maps.flatMap((key) => schemasIn(at, key, true)),
  ];
}

/** The schemas that stand directly inside a raw schema, whether they are applied or only kept there. */
export function innerSchemas(at: At): readonly At[] {
  return [
    ...appliedSchemas(at),
    ...stores.flatMap((key) => schemasIn(at, key, true)),
    ...schemasIn(at, "contentSchema", false),
  ];
}

function schemasIn(at: At, key: string, many: boolean): readonly At[] {
  const value = member(at.value, key);
  if (value === undefined) return [];
  const pointer = joinPointer(at.pointer, key);
  if (!many) return [{ value, pointer }];
  if (isArray(value)) return value.map((each, i) => ({ value: each, pointer: joinPointer(pointer, i) }));
  return isObject(value) ? members({ value, pointer }) : [];
}
