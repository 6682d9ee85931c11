/** The calls that check the items of an array. */
import { type Schema, hasRules } from "../model/schema.js";
import { call, limit, literal } from "./calls.js";
import { type Place, checkArg, seenArg, within } from "./place.js";
import type { Call } from "./steps.js";

export function arrayCalls({ array }: Schema, place: Place): readonly Call[] {
  if (array === undefined) return [];
  const { prefixItems = [], items, minItems, maxItems, uniqueItems, contains } = array;
  const heads = prefixItems.map((each, i) =>
    place.check(each, within(place, false, `item ${i + 1}`, "prefixItems", i)),
  );
  const seen = seenArg(place);
  const judges = items !== undefined && (hasRules(items) || place.tracks);
  return [
    ...(minItems === undefined && maxItems === undefined
      ? []
      : [call("counted", literal(minItems ?? 0), limit(maxItems))]),
    ...(heads.length === 0 ? [] : [call("tuple", { kind: "checks", checks: heads }, ...seen)]),
    ...(judges
      ? [
          call(
            "each",
            checkArg(items, within(place, false, "item", "items")),
            ...(heads.length === 0 && seen.length === 0 ? [] : [literal(heads.length)]),
            ...seen,
          ),
        ]
      : []),
    ...(contains === undefined
      ? []
      : [
          call(
            "contains",
            checkArg(contains.schema, within(place, false, "contained", "contains")),
            literal(contains.min),
            limit(contains.max),
            ...seen,
          ),
        ]),
    ...(uniqueItems ? [call("unique")] : []),
  ];
}
