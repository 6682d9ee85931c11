/** Prints the edge cases and the invalid cases of a fixture: places with the same cases are one row. */
import { type Code, code, join, literal, str, valueFrom } from "../code/code.js";
import type { Json } from "../json.js";
import { type SchemaId, type SchemaTable, named } from "../model/schema.js";
import type { Case, Cases, Path, VariantCases } from "../sample/case.js";
import { factoryValue } from "./symbols.js";

interface Row {
  readonly path: Path;
  readonly edges: Case[];
  readonly invalid: Case[];
  /** Beside no other cases. */
  readonly variant?: VariantCases;
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
    const key = JSON.stringify([
      row.edges.map(keyOf),
      row.invalid.map(keyOf),
      keyOfVariant(row),
      row.of ?? null,
    ]);
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
    const row = rows.get(key) ?? { path, edges: [], invalid: [] };
    rows.set(key, row);
    return row;
  };
  for (const each of edges) rowAt(each.path).edges.push(each);
  for (const each of invalid) rowAt(each.path).invalid.push(each);
  for (const { id, path } of inner) rowAt(path).of = id;
  return [
    ...rows.values(),
    ...variants.map((variant) => ({ path: variant.path, edges: [], invalid: [], variant })),
  ];
}

const keyOf = ({ label, value, below = [] }: Case): Json => [
  label,
  value ?? null,
  value === undefined,
  below,
];

const keyOfVariant = ({ variant }: Row): Json =>
  variant === undefined
    ? null
    : [variant.value, variant.label, variant.edges.map(keyOf), variant.invalid.map(keyOf)];

function printRow(group: readonly Row[], table: SchemaTable): Code {
  const [{ edges, invalid, variant, of }] = group as [Row, ...Row[]];
  const members = [
    ...(group.length === 1 && group[0]?.path.length === 0
      ? []
      : [code`at: [${join(group.map(printPlace), ", ")}]`]),
    ...(edges.length === 0 ? [] : [code`edges: ${printChanges(edges)}`]),
    ...(invalid.length === 0 ? [] : [code`invalid: ${printChanges(invalid)}`]),
    ...(of === undefined ? [] : [code`of: ${factoryValue(named(table, of))}`]),
    ...(variant === undefined ? [] : [code`of: ${printVariant(variant, table)}`]),
  ];
  return code`{ ${join(members, ", ")} }`;
}

function printVariant({ label, value, edges, invalid, union }: VariantCases, table: SchemaTable): Code {
  const rows = rowsOf({ edges, invalid });
  const name = union !== undefined && rows.length > 0 ? "branch" : "alternative";
  const parts = [
    str(label),
    code`() => (${literal(value)})`,
    ...(rows.length === 0 ? [] : [code`() => ${printRows(rows, table)}`]),
  ];
  return code`${valueFrom("runtime/alternative", name, `${name}Of`)}(${join(parts, ", ")})`;
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
