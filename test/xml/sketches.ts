/** Arbitrary schemas with an `xml` object wherever one can stand, each with its values. */
import fc from "fast-check";

export interface Sketch {
  readonly schema: object;
  readonly values: fc.Arbitrary<unknown>;
  /** What stands around it must know: an attribute holds a leaf, an array in an array is wrapped. */
  readonly kind: "leaf" | "nullable leaf" | "section" | "object" | "array" | "wrapped";
}

const texts = fc.oneof(
  fc.string({ unit: "binary" }).map((text) => text.replace(/[^\t\n\r\x20-\uFFFD]/g, "")),
  fc.constantFrom(
    "",
    " ",
    "007",
    "1",
    "true",
    "null",
    " a\n\tb ",
    "\r\n",
    "]]>",
    "&amp;",
    "&#65;",
    "<x/>",
    '"',
  ),
);

const leaf = (schema: object, values: fc.Arbitrary<unknown>): Sketch => ({ schema, values, kind: "leaf" });
const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => (each === 0 ? 0 : each));

const leaves = fc.constantFrom<Sketch>(
  leaf({ type: "string" }, texts),
  leaf({ type: "integer" }, fc.maxSafeInteger()),
  leaf({ type: "number" }, numbers),
  leaf({ type: "boolean" }, fc.boolean()),
  leaf({ enum: ["a", "1"] }, fc.constantFrom("a", "1")),
  leaf({ type: ["number", "boolean"] }, fc.oneof(numbers, fc.boolean())),
);

const names = fc.record(
  { namespace: fc.constantFrom("urn:one", "urn:two"), prefix: fc.constantFrom("p", "q") },
  { requiredKeys: [] },
);

const withXml = (each: Sketch, xml: object): Sketch => ({
  ...each,
  schema: { ...each.schema, xml: { ...(each.schema as { xml?: object }).xml, ...xml } },
});

const orNull = (each: Sketch): Sketch => ({
  schema: { anyOf: [each.schema, { type: "null" }], xml: (each.schema as { xml?: object }).xml ?? {} },
  values: fc.oneof(each.values, fc.constant(null)),
  kind: each.kind === "leaf" ? "nullable leaf" : each.kind,
});

const arrayOf = (item: Sketch, wrapped: boolean): Sketch => ({
  schema: { type: "array", items: item.schema, xml: wrapped ? { wrapped } : {} },
  values: fc.array(item.values, { maxLength: 3 }),
  kind: wrapped ? "wrapped" : "array",
});

const properties = ["a", "b-c", "é", "__proto__", "constructor", "prototype", "hasOwnProperty", "toString"];

/** Without items, an array that need not be there is not there; nor is a CDATA section without text. */
const present = (each: Sketch, required: boolean): fc.Arbitrary<unknown> => {
  if (required) return each.values;
  if (each.kind === "section") return each.values.filter((value) => value !== "");
  return each.kind === "array"
    ? each.values.filter((value) => !Array.isArray(value) || value.length > 0)
    : each.values;
};

function objectOf(members: readonly (readonly [string, Sketch, boolean])[]): Sketch {
  const required = members.flatMap(([name, , needed]) => (needed ? [name] : []));
  const values = members.map(([name, each, needed]) =>
    needed
      ? present(each, true).map((value) => [[name, value]] as const)
      : fc
          .option(present(each, false).map((value) => [name, value] as const))
          .map((one) => (one ? [one] : [])),
  );
  return {
    schema: {
      type: "object",
      required,
      properties: Object.fromEntries(members.map(([name, each]) => [name, each.schema])) as object,
    },
    values: fc.tuple(...values).map((all) => Object.fromEntries(all.flat()) as object),
    kind: "object",
  };
}

const mapOf = (each: Sketch): Sketch => ({
  schema: { type: "object", additionalProperties: each.schema },
  values: fc.dictionary(fc.constantFrom(...properties), present(each, false), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  kind: "object",
});

/** Trees of at most some levels below the root. */
function trees(levels: number): fc.Arbitrary<unknown> {
  const inner = levels === 0 ? [] : [trees(levels - 1)];
  return fc.record(
    {
      text: texts,
      branches: fc.array(fc.oneof(...inner, fc.constant({ text: "", branches: [] })), { maxLength: 2 }),
      first: fc.oneof(...inner, fc.constant(null)),
    },
    { requiredKeys: ["text", "branches"], noNullPrototype: true },
  );
}

/** A tree of itself, under the name `Tree`. */
export const tree: Sketch = {
  schema: {
    type: "object",
    required: ["text", "branches"],
    properties: {
      text: { type: "string" },
      branches: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
      first: { anyOf: [{ $ref: "#/components/schemas/Tree" }, { type: "null" }] },
    },
  },
  values: trees(3),
  kind: "object",
};
const treeRef: Sketch = { ...tree, schema: { $ref: "#/components/schemas/Tree" } };

const { sketch } = fc.letrec<{ sketch: Sketch; object: Sketch }>((tie) => ({
  sketch: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaves,
    fc.constant(treeRef),
    leaves.map(orNull),
    tie("object"),
    tie("object").map(orNull),
    fc.tuple(tie("sketch"), fc.boolean()).map(([item, wrapped]) => {
      const inner = item.kind === "array" ? withXml({ ...item, kind: "wrapped" }, { wrapped: true }) : item;
      return arrayOf(inner, wrapped);
    }),
    fc.tuple(leaves, names).map(([each, xml]) => withXml(each, xml)),
  ),
  object: fc.oneof(
    tie("sketch").map(mapOf),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...properties), tie("sketch"), fc.boolean(), fc.boolean()), {
        selector: ([name]) => name,
        maxLength: 4,
      })
      .map((all) =>
        objectOf(
          all.map(([name, each, needed, special], i) => {
            if (!special) return [name, each, needed] as const;
            if (i === 0 && each.kind === "leaf")
              return [name, withXml({ ...each, kind: "section" }, { nodeType: "cdata" }), needed] as const;
            const xml =
              each.kind === "leaf"
                ? { attribute: true, prefix: "p", namespace: "urn:one" }
                : { name: `x${name.length}.${name.charAt(0)}` };
            return [name, withXml(each, xml), needed] as const;
          }),
        ),
      ),
  ),
}));

/** Objects and arrays, as they can be the root. */
export const roots: fc.Arbitrary<Sketch> = sketch.filter(
  (each) => each !== treeRef && each.kind !== "leaf" && each.kind !== "nullable leaf",
);
