/** Works a schema out to sets of plain rules: references followed, parts merged, alternatives chosen. */
import { withTag } from "./branches.js";
import { type Schema, type SchemaId, type SchemaTable, isNull, jsonTypes, named } from "../model/schema.js";
import { Conflict, merge } from "./merge.js";
import { NoSample } from "./sample.js";

/** A schema without anything that applies in place, and the schemas that were opened to come to it. */
export interface Flat {
  readonly rules: Schema;
  readonly opened: ReadonlySet<SchemaId>;
}

export interface Known {
  readonly table: SchemaTable;
  /** Whether a schema leads back to itself. */
  readonly isRecursive: (id: SchemaId) => boolean;
}

/** No more alternatives than this are looked at. */
const most = 64;

/** The ways to satisfy a schema, likely ones first. Values still have to be proved: `not` is only hinted at. */
export function* flatten(schema: Schema, known: Known, open: ReadonlySet<SchemaId>): Iterable<Flat> {
  const rules: Schema = { pointer: schema.pointer, annotations: {} };
  const start: Open = { rules, todo: [schema], opened: open, applied: new Set() };
  const waiting: Open[] = [start];
  let conflict: Conflict | Endless | undefined;
  let found = 0;
  for (let next = waiting.pop(); next !== undefined && found < most; next = waiting.pop()) {
    const [schema, ...todo] = next.todo;
    if (schema === undefined) {
      found++;
      yield next;
      continue;
    }
    const state = { ...next, todo };
    try {
      // Last in, first out: the first alternative is worked out first.
      waiting.push(...[...steps(schema, state, known)].reverse());
    } catch (cause) {
      if (!(cause instanceof Conflict || cause instanceof Endless)) throw cause;
      conflict ??= cause;
    }
  }
  if (found === 0 && conflict !== undefined)
    throw new NoSample(schema, conflict.message, conflict instanceof Conflict);
}

/** Another alternative may end what this one goes on with. */
class Endless extends Error {}

interface Open extends Flat {
  /** Schemas that must hold as well. */
  readonly todo: readonly Schema[];
  /** The schemas that apply to the same value already. */
  readonly applied: ReadonlySet<SchemaId>;
}

/** The states that one schema leads to: one, or one for each alternative. */
function steps(schema: Schema, { rules, todo, opened, applied }: Open, known: Known): readonly Open[] {
  const { ref: target, allOf = [], anyOf, oneOf, not, conditional, object, ...own } = schema;
  const ref = target !== undefined && applied.has(target) ? undefined : target;
  if (ref !== undefined && opened.has(ref) && known.isRecursive(ref))
    throw new Endless("the schema contains itself without end");
  const { dependentSchemas = [], ...ownObject } = object ?? { properties: [], patternProperties: [] };
  const merged = merge(
    rules,
    withoutForbidden(object === undefined ? own : { ...own, object: ownObject }, not),
  );
  const parts = [...(ref === undefined ? [] : [named(known.table, ref).schema]), ...allOf];
  const choices: (readonly Schema[])[] = [
    ...[anyOf, oneOf].flatMap((branches) =>
      branches === undefined ? [] : [branches.map((each, i) => withTag(schema, each, i)).sort(nullLast)],
    ),
    ...(conditional === undefined
      ? []
      : [[both(conditional.if, conditional.then), conditional.else ?? nothing(schema)]]),
    ...dependentSchemas.map((each) => [each.schema, absent(schema, each.name)]),
  ];
  const more = ref === undefined ? [] : [ref];
  return product(choices).map((chosen) => ({
    rules: merged,
    todo: [...parts, ...chosen, ...todo],
    opened: new Set([...opened, ...more]),
    applied: new Set([...applied, ...more]),
  }));
}

const nullLast = (a: Schema, b: Schema): number => Number(isNull(a)) - Number(isNull(b));
const nothing = ({ pointer }: Schema): Schema => ({ pointer, annotations: {} });
const both = (a: Schema, b: Schema | undefined): Schema =>
  b === undefined ? a : { ...nothing(a), allOf: [a, b] };

const absent = (schema: Schema, name: string): Schema => ({
  ...nothing(schema),
  object: {
    properties: [{ name, required: false, schema: { ...nothing(schema), never: true } }],
    patternProperties: [],
  },
});

function product(choices: readonly (readonly Schema[])[]): readonly (readonly Schema[])[] {
  return choices.reduce<readonly (readonly Schema[])[]>(
    (all, choice) => all.flatMap((chosen) => choice.map((each) => [...chosen, each])).slice(0, most),
    [[]],
  );
}

/** The types that `not` forbids as a whole, and the properties that it forbids to be there, taken away. */
function withoutForbidden(own: Schema, not: Schema | undefined): Schema {
  if (not?.types === undefined || Object.keys(not).length > 3) return own;
  const forbidden = new Set(not.types.flatMap((type) => (type === "number" ? [type, "integer"] : [type])));
  const types = (own.types ?? jsonTypes.filter((type) => type !== "integer")).filter(
    (type) => !forbidden.has(type),
  );
  return { ...own, types };
}
