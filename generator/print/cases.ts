/** Prints the edge cases and the invalid cases of a fixture: places with the same cases are one row. */
import { type Code, code, join, literal, str } from "../code/code.js";
import type { Json } from "../json.js";
import { type SchemaId, type SchemaTable, named } from "../model/schema.js";
import type { Case, Cases, Path, VariantCases } from "../sample/case.js";
import { factoryValue } from "./symbols.js";

interface Row {
  readonly path: Path;
  readonly edges: Case[];
  readonly invalid: Case[];
  readonly variants: VariantCases[];
  of?: SchemaId;
}

/** `() => [{ at: […], edges: […], invalid: […] }, …]`, or undefined where there are no cases. */
export function printCases(cases: Partial<Cases>, table: SchemaTable): Code | undefined {
  const rows = rowsOf(cases);
  return rows.length === 0 ? undefined : code`() => ${printRows(rows, table)}`;
}

function printRows(rows: readonly Row[], table: SchemaTable): Code {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.edges.map(keyOf), row.invalid.map(keyOf), row.variants, row.of ?? null]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return code`[${join(
    [...groups.values()].map((group) => printRow(group, table)),
    ", ",
  )}]`;
}

/** The cases of each place. */
function rowsOf({ edges = [], invalid = [], variants = [], inner = [] }: Partial<Cases>): readonly Row[] {
  const rows = new Map<string, Row>();
  const rowAt = (path: Path): Row => {
    const key = JSON.stringify(path);
    const row = rows.get(key) ?? { path, edges: [], invalid: [], variants: [] };
    rows.set(key, row);
    return row;
  };
  for (const each of edges) rowAt(each.path).edges.push(each);
  for (const each of invalid) rowAt(each.path).invalid.push(each);
  for (const each of variants) rowAt(each.path).variants.push({ ...each, path: [] });
  for (const { id, path } of inner) rowAt(path).of = id;
  return [...rows.values()];
}

const keyOf = ({ label, value, below = [] }: Case): Json => [
  label,
  value ?? null,
  value === undefined,
  below,
];

function printRow(group: readonly Row[], table: SchemaTable): Code {
  const [{ edges, invalid, variants, of }] = group as [Row, ...Row[]];
  const members = [
    code`at: [${join(group.map(printPlace), ", ")}]`,
    ...(edges.length === 0 ? [] : [code`edges: ${printChanges(edges)}`]),
    ...(invalid.length === 0 ? [] : [code`invalid: ${printChanges(invalid)}`]),
    ...(of === undefined ? [] : [code`of: ${factoryValue(named(table, of))}`]),
    ...(variants.length === 0
      ? []
      : [
          code`variants: [${join(
            variants.map((each) => printVariant(each, table)),
            ", ",
          )}]`,
        ]),
  ];
  return code`{ ${join(members, ", ")} }`;
}

function printVariant({ label, value, edges, invalid, union }: VariantCases, table: SchemaTable): Code {
  const rows = rowsOf({ edges, invalid });
  const parts = [
    str(label),
    code`() => (${literal(value)})`,
    ...(rows.length === 0 ? [] : [printRows(rows, table)]),
    ...(rows.length === 0 || union === undefined ? [] : [code`true`]),
  ];
  return code`[${join(parts, ", ")}]`;
}

const printChanges = (cases: readonly Case[]): Code =>
  code`[${join(
    cases.map(({ label, value, below = [] }) => {
      const last = below.length === 0 ? [] : [literal(below)];
      return code`[${join([str(label), printValue(value), ...last], ", ")}]`;
    }),
    ", ",
  )}]`;

function printValue(value: Json | undefined): Code {
  if (value === undefined) return code`undefined`;
  const [first] = typeof value === "string" && value.length > 20 ? value : "";
  return first !== undefined && value === first.repeat((value as string).length)
    ? code`${str(first)}.repeat(${literal((value as string).length)})`
    : literal(value);
}

function printPlace({ path }: Row): Code {
  const [only, ...more] = path;
  return only !== undefined && more.length === 0 ? literal(only) : literal(path);
}
