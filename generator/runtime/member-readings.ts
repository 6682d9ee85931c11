/** From the texts of an object's members to the values that they can stand for. */
import { type TextRules, memberRules, readings, readsObject } from "./readings.js";
import type { Members, ParameterTexts } from "./request-texts.js";

/** The readings of each member by name, each at least one. */
export function memberReadings(members: Members, rules: TextRules): ReadonlyMap<string, readonly unknown[]> {
  return new Map(
    [...members].map(([name, texts]) => [name, valueReadings(texts, memberRules(rules, name) ?? {})]),
  );
}

/** The readings of a value. Of an object in an object only the first and the last readings of its members are tried, as of items in an array. */
export function valueReadings(
  { whole, parts, members }: ParameterTexts,
  rules: TextRules,
): readonly unknown[] {
  if (!readsObject(rules) || members.size === 0) return readings(whole, parts, rules);
  const inner = [...memberReadings(members, rules)];
  return [0, -1].map((i) => Object.fromEntries(inner.map(([name, all]) => [name, all.at(i)])));
}
