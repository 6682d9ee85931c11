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
  const start: Open = { rules: { pointer: schema.pointer, annotations: {} }, todo: [schema], opened: open };
  const waiting: Open[] = [start];
  let conflict: Conflict | undefined;
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
      if (cause instanceof Conflict) conflict ??= cause;
      else throw cause;
    }
  }
  if (found === 0 && conflict !== undefined) throw new NoSample(schema, conflict.message, true);
}

interface Open extends Flat {
  /** Schemas that must hold as well. */
  readonly todo: readonly Schema[];
}

/** The states that one schema leads to: one, or one for each alternative. */
function steps(schema: Schema, { rules, todo, opened }: Open, known: Known): readonly Open[] {
  const { ref, allOf = [], anyOf, oneOf, not, conditional, object, ...own } = schema;
  if (ref !== undefined && opened.has(ref) && known.isRecursive(ref))
    throw new Conflict("the schema contains itself without end");
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
  const open = ref === undefined ? opened : new Set([...opened, ref]);
  return product(choices).map((chosen) => ({
    rules: merged,
    todo: [...parts, ...chosen, ...todo],
    opened: open,
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
