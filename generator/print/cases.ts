/** Prints the edge cases and the invalid cases of a fixture: equal changes at several places are one line. */
import { type Code, code, join, literal, str } from "../code/code.js";
import type { Json } from "../json.js";
import { type SchemaTable, named } from "../model/schema.js";
import type { Case, Cases, Path } from "../sample/case.js";
import { factoryValue } from "./symbols.js";

/** `() => ({ edges: […], invalid: […], inner: […] })`, or undefined where there are no cases. */
export function printCases({ edges, invalid, inner }: Cases, table: SchemaTable): Code | undefined {
  const places = grouped(inner, (each) => each.id).map(
    ([{ id }, all]) =>
      code`[${join([code`${factoryValue(named(table, id))}`, ...all.map(printPlace)], ", ")}]`,
  );
  const lists = [
    ["edges", printChanges(edges)],
    ["invalid", printChanges(invalid)],
    ["inner", places],
  ] as const;
  const filled = lists.filter(([, list]) => list.length > 0);
  if (filled.length === 0) return undefined;
  const members = filled.map(([name, list]) => code`${printName[name]}: [${join(list, ", ")}]`);
  return code`() => ({ ${join(members, ", ")} })`;
}

const printName = { edges: code`edges`, invalid: code`invalid`, inner: code`inner` };

const printChanges = (cases: readonly Case[]): readonly Code[] =>
  grouped(cases, ({ label, value }) => JSON.stringify([label, value ?? "absent", value === undefined])).map(
    ([{ label, value }, all]) =>
      code`[${join([str(label), printValue(value), ...all.map(printPlace)], ", ")}]`,
  );

function printValue(value: Json | undefined): Code {
  if (value === undefined) return code`undefined`;
  const [first] = typeof value === "string" && value.length > 20 ? value : "";
  return first !== undefined && value === first.repeat((value as string).length)
    ? code`${str(first)}.repeat(${literal((value as string).length)})`
    : literal(value);
}

function printPlace({ path }: { readonly path: Path }): Code {
  const [only, ...more] = path;
  return only !== undefined && more.length === 0 ? literal(only) : literal(path);
}

/** The first of each group, and the whole group, in the order in which they come. */
function grouped<T>(list: readonly T[], keyOf: (each: T) => string): readonly (readonly [T, readonly T[]])[] {
  const groups = new Map<string, [T, T[]]>();
  for (const each of list) {
    const group = groups.get(keyOf(each));
    if (group === undefined) groups.set(keyOf(each), [each, [each]]);
    else group[1].push(each);
  }
  return [...groups.values()];
}
