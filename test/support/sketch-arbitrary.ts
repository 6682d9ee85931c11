/** Arbitrary sketches of schemas, of the kinds that the generator knows. */
import fc, { type Arbitrary } from "fast-check";
import {
  seldom,
  optional,
  counted,
  strings,
  numbers,
  enums,
  constants,
  typed,
  leaves,
} from "./leaf-arbitrary.js";
import type { Besides, ObjectSketch, Rules, Sketch } from "./sketch.js";

/** Names of properties: plain ones, names that every object inherits, and what no identifier can be. */
export const propertyNames: readonly string[] = [
  ...["id", "name", "kind", "size", "tags", "next", "children"],
  ...["constructor", "toString", "length", "value", "issues", "x", "default"],
  ...["a-b", "a_b", "a b", "0", "", "ключ", "x]", "'\"`${}"],
];

function objects(schemas: Arbitrary<Sketch>): Arbitrary<ObjectSketch> {
  const property = fc.record({
    name: fc.constantFrom(...propertyNames),
    required: fc.boolean(),
    mark: seldom(9, fc.constantFrom("readOnly" as const, "writeOnly" as const)),
    schema: schemas,
  });
  return fc
    .record({
      properties: fc.uniqueArray(property, { maxLength: 4, selector: (each) => each.name }),
      required: fc.oneof(
        { weight: 8, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.constantFrom("other", "toString").map((each) => [each]) },
      ),
      rest: fc.oneof(
        { weight: 4, arbitrary: fc.constant(undefined) },
        { weight: 2, arbitrary: fc.constant(false as const) },
        { weight: 2, arbitrary: schemas },
      ),
      rules: fc.oneof(
        { weight: 8, arbitrary: fc.constant<Rules>({}) },
        { weight: 1, arbitrary: counted("Properties", 3) },
      ),
      patterns: seldom(
        6,
        fc.uniqueArray(
          fc.record({ pattern: fc.constantFrom("^a", "e$", "^[a-z]+$", "\\s"), schema: schemas }),
          { minLength: 1, maxLength: 2, selector: (each) => each.pattern },
        ),
      ),
      names: seldom(
        12,
        fc.oneof(
          fc
            .constantFrom<Rules>(
              { pattern: "^[a-z]" },
              { maxLength: 8 },
              { minLength: 2 },
              { format: "date" },
            )
            .map((rules): Sketch => ({ kind: "string", rules })),
          fc.constant<Sketch>({ kind: "enum", values: ["id", "name", "kind"] }),
          fc.constant<Sketch>({ kind: "const", value: "id" }),
        ),
      ),
    })
    .map(({ properties, rest, patterns, names, ...others }) => ({
      kind: "object" as const,
      ...others,
      ...(rest === undefined ? {} : { rest }),
      ...(patterns === undefined ? {} : { patterns }),
      ...(names === undefined ? {} : { names }),
      properties: properties.map(({ mark, ...each }) => (mark === undefined ? each : { ...each, mark })),
    }));
}

type ListSketch = Extract<Sketch, { kind: "array" | "tuple" }>;

const arrays = (items: Arbitrary<Sketch>): Arbitrary<Extract<Sketch, { kind: "array" }>> =>
  fc.tuple(items, counted("Items", 3), fc.boolean()).map(([each, rules, unique]) => ({
    kind: "array",
    items: each,
    rules: unique ? { ...rules, uniqueItems: true } : rules,
  }));

const tuples = (
  items: Arbitrary<Sketch>,
  rests: Arbitrary<false | Sketch | undefined> = fc.oneof(
    fc.constant(undefined),
    fc.constant(false as const),
    items,
  ),
): Arbitrary<Extract<Sketch, { kind: "tuple" }>> =>
  fc
    .tuple(fc.array(items, { minLength: 1, maxLength: 3 }), rests, counted("Items", 3))
    .map(([heads, rest, rules]) => ({
      kind: "tuple",
      heads,
      rules,
      ...(rest === undefined ? {} : { rest }),
    }));

const several = (sketch: Arbitrary<Sketch>): Arbitrary<readonly Sketch[]> =>
  fc.array(sketch, { minLength: 2, maxLength: 3 });

/** `allOf` whose members speak of the same values. */
const overlapping = (inner: Arbitrary<Sketch>, refs: Arbitrary<Sketch>): Arbitrary<Sketch> =>
  fc
    .oneof(
      several(strings),
      several(numbers),
      several(arrays(inner)),
      several(fc.oneof(objects(inner), objects(inner), refs)),
    )
    .map((branches) => ({ kind: "allOf", branches }));

/** Keywords that look at the same value, beside sketches that they are likely to say something of. */
function besides(inner: Arbitrary<Sketch>, refs: Arbitrary<Sketch>): Arbitrary<Sketch> {
  const object = objects(inner);
  const lists: Arbitrary<ListSketch> = fc.oneof(arrays(inner), tuples(inner));
  const open = tuples(inner, fc.constant(undefined));
  const closing = fc.oneof(fc.constant(false as const), fc.constant(false as const), leaves);
  const parts = fc.oneof(
    object,
    several(object).map(allOf),
    fc
      .tuple(fc.constantFrom("anyOf" as const, "oneOf" as const), several(object))
      .map(([kind, branches]): Sketch => ({ kind, branches })),
    refs,
  );
  const rules: Arbitrary<readonly [Sketch, Besides]> = fc.oneof(
    fc.tuple(fc.oneof(inner, leaves), forbidden(inner)).map(([of, not]) => [of, { not }] as const),
    fc
      .tuple(fc.oneof(object, inner), conditions(inner), seldom(1, inner), seldom(1, inner))
      .map(([of, condition, then, other]) => {
        const branches = { ...(then && { then }), ...(other && { else: other }) };
        return [of, { conditional: { if: condition, ...branches } }] as const;
      }),
    fc
      .tuple(lists, optional(leaves), optional(fc.nat(2)), optional(fc.nat(2)))
      .map(([of, other, min, more]) => {
        const schema = other ?? itemOf(of);
        const limits: Rules = {
          ...(min === undefined ? {} : { minContains: min }),
          ...(more === undefined ? {} : { maxContains: (min ?? 1) + more }),
        };
        return [of, { contains: { schema, rules: limits } }] as const;
      }),
    fc
      .tuple(object, fc.nat(3), fc.subarray(["id", "name", "kind", "a b", "other"], { minLength: 1 }))
      .map(([of, i, required]) => [of, { dependentRequired: { name: nameIn(of, i), required } }] as const),
    fc
      .tuple(object, fc.nat(3), fc.oneof(object, object, inner))
      .map(([of, i, schema]) => [of, { dependentSchema: { name: nameIn(of, i), schema } }] as const),
    fc.tuple(parts, closing).map(([of, rest]) => [of, { unevaluatedProperties: rest }] as const),
    fc
      .tuple(fc.oneof(open, lists, fc.tuple(open, lists).map(allOf)), closing)
      .map(([of, rest]) => [of, { unevaluatedItems: rest }] as const),
  );
  return rules.map(([of, more]) => ({ kind: "beside", inner: of, more }));
}

const allOf = (branches: readonly Sketch[]): Sketch => ({ kind: "allOf", branches });

/** What an item of a list may be. */
const itemOf = (list: ListSketch): Sketch =>
  list.kind === "array" ? list.items : (list.heads[0] ?? { kind: "any" });

/** The name of a property of the object, if it has any. */
const nameIn = ({ properties }: ObjectSketch, i: number): string =>
  properties[i % Math.max(1, properties.length)]?.name ?? "id";

/** What `not` may forbid: mostly a little of what there is. */
const forbidden = (inner: Arbitrary<Sketch>): Arbitrary<Sketch> =>
  fc.oneof(enums, constants, strings, typed, fc.constantFrom("id", "name", "other").map(demanding), inner);

const demanding = (name: string): Sketch => ({
  kind: "object",
  properties: [],
  required: [name],
  rules: {},
});

/** What `if` may ask for: the value of a property, the presence of one, a type, or anything. */
const conditions = (inner: Arbitrary<Sketch>): Arbitrary<Sketch> =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom("id", "name", "kind"), fc.oneof(constants, enums))
      .map(([name, schema]): Sketch => ({
        kind: "object",
        properties: [{ name, required: true, schema }],
        required: [],
        rules: {},
      })),
    fc.constantFrom("id", "name", "other").map(demanding),
    typed,
    inner,
  );

const examples = fc.array(
  fc.constantFrom<unknown>("a", "ab", "XY-123", 3, 0, null, true, [], ["a"], {}, { id: 1, name: "a" }),
  { minLength: 1, maxLength: 2 },
);

/** Schemas that refer to each other by the given names, nested `depth` deep. */
export function sketches(names: readonly string[], depth: number): Arbitrary<Sketch> {
  const refs = fc.constantFrom(...names).map((name): Sketch => ({ kind: "ref", name }));
  if (depth === 0) return fc.oneof({ weight: 3, arbitrary: leaves }, { weight: 1, arbitrary: refs });
  const inner = sketches(names, depth - 1);
  const branches = fc.array(inner, { minLength: 1, maxLength: 3 });
  const tags = fc.uniqueArray(fc.constantFrom("cat", "dog", "a b", "`"), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: leaves },
    { weight: 5, arbitrary: objects(inner) },
    { weight: 3, arbitrary: arrays(inner) },
    { weight: 2, arbitrary: tuples(inner) },
    { weight: 2, arbitrary: overlapping(inner, refs) },
    { weight: 8, arbitrary: besides(inner, refs) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(inner, examples)
        .map(([of, shown]): Sketch => ({ kind: "shown", inner: of, examples: shown })),
    },
    { weight: 2, arbitrary: inner.map((each): Sketch => ({ kind: "nullable", inner: each })) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom("allOf" as const, "anyOf" as const, "oneOf" as const), branches)
        .map(([kind, all]): Sketch => ({ kind, branches: all })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tags, fc.array(objects(inner), { minLength: 3, maxLength: 3 }))
        .map(([all, list]): Sketch => ({
          kind: "tagged",
          property: "kind",
          branches: all.map((tag, i) => ({ tag, object: list[i] as ObjectSketch })),
        })),
    },
    { weight: 2, arbitrary: refs },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...names), objects(inner))
        .map(([name, by]): Sketch => ({ kind: "refined", name, by })),
    },
  );
}
