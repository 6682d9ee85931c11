/** What a change of the parts of a value means: of items, of properties without a name, of alternatives. */
import { expect, test } from "vitest";
import { type Uses, calling, differences, object, shown, thoseWhoWriteAndRead } from "./compared.js";

const text = { type: "string" };

const rows: readonly Uses[] = [
  [
    "what items are",
    { type: "array", items: { type: ["string", "null"] } },
    { type: "array" },
    ["compatible type-widened It[]: anything", "breaking type-narrowed It[]: only string"],
    ["breaking type-widened It[]: anything", "compatible type-narrowed It[]: only string"],
  ],
  [
    "an item by its place",
    { type: "array", prefixItems: [text], items: text },
    { type: "array", prefixItems: [text, { type: "boolean" }], items: text },
    ["breaking type-changed It[1]: string → boolean", "breaking type-changed It[1]: boolean → string"],
    ["breaking type-changed It[1]: string → boolean", "breaking type-changed It[1]: boolean → string"],
  ],
  [
    "whether there are other items",
    { type: "array", prefixItems: [text], items: false },
    { type: "array", prefixItems: [text], items: { type: "boolean" } },
    ["compatible type-widened It[]: boolean", "breaking type-changed It[]: boolean → nothing"],
    ["breaking type-widened It[]: boolean", "breaking type-changed It[]: boolean → nothing"],
  ],
  [
    "what other properties are",
    { type: "object", additionalProperties: { type: ["string", "null"] } },
    { type: "object" },
    ["compatible type-widened It.*: anything", "breaking type-narrowed It.*: only string"],
    ["breaking type-widened It.*: anything", "compatible type-narrowed It.*: only string"],
  ],
  [
    "a property that two parts describe",
    { allOf: [object({ a: text }), object({ a: { minLength: 2 } })] },
    { allOf: [object({ a: { type: ["string", "boolean"] } }), object({ a: { minLength: 2 } })] },
    ["compatible type-widened It.a: boolean", "breaking type-narrowed It.a: boolean"],
    ["breaking type-widened It.a: boolean", "compatible type-narrowed It.a: boolean"],
  ],
  [
    "how many alternatives may fit",
    {
      oneOf: [
        { title: "A", type: "string" },
        { title: "B", type: "string" },
      ],
    },
    {
      anyOf: [
        { title: "A", type: "string" },
        { title: "B", type: "string" },
      ],
    },
    ["compatible constraint-widened It: oneOf → anyOf", "breaking constraint-narrowed It: anyOf → oneOf"],
    ["compatible constraint-widened It: oneOf → anyOf", "compatible constraint-narrowed It: anyOf → oneOf"],
  ],
  [
    "an alternative",
    { oneOf: [{ title: "A", type: "string" }] },
    {
      oneOf: [
        { title: "A", type: "string" },
        { title: "B", type: "string", minLength: 3 },
      ],
    },
    ["compatible alternative-added It: B", "breaking alternative-removed It: B"],
    ["breaking alternative-added It: B", "compatible alternative-removed It: B"],
  ],
  [
    "the items of a part",
    { allOf: [{ type: "array" }, { items: text }] },
    { allOf: [{ type: "array" }, { items: { ...text, enum: ["a"] } }] },
    ['breaking constraint-narrowed It[]: only "a"', 'compatible constraint-widened It[]: not only "a"'],
    ['compatible constraint-narrowed It[]: only "a"', 'compatible constraint-widened It[]: not only "a"'],
  ],
  [
    "one schema to a union",
    object({ a: text }),
    {
      oneOf: [
        { title: "A", ...object({ a: text }) },
        { title: "B", ...object({ b: text }) },
      ],
    },
    [
      "breaking type-changed It: one schema → one of A, B",
      "breaking type-changed It: one of A, B → one schema",
    ],
    [
      "breaking type-changed It: one schema → one of A, B",
      "breaking type-changed It: one of A, B → one schema",
    ],
  ],
  [
    "one of two alternatives of a type",
    {
      oneOf: [
        { type: "string", pattern: "^a" },
        { type: "string", pattern: "^b" },
      ],
    },
    { oneOf: [{ type: "string", pattern: "^a" }, { type: "string", pattern: "^b" }, { type: "integer" }] },
    ["compatible alternative-added It: integer", "breaking alternative-removed It: integer"],
    ["breaking alternative-added It: integer", "compatible alternative-removed It: integer"],
  ],
];

thoseWhoWriteAndRead(rows);

test("what tells alternatives apart is told of, there and back", () => {
  const branch = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };
  const union = (mapping: object): object =>
    calling(
      { requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } } } },
      {
        components: {
          schemas: {
            Cat: branch,
            Dog: { ...branch, required: ["kind", "name"] },
            Pet: {
              oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
              discriminator: { propertyName: "kind", mapping },
            },
          },
        },
      },
    );
  const [before, after] = [
    union({ cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" }),
    union({ cat: "#/components/schemas/Cat", hound: "#/components/schemas/Dog" }),
  ];
  expect(shown(differences(before, after))).toEqual([
    'breaking discriminator-changed Pet: kind: "cat" for Cat, "dog" for Dog → kind: "cat" for Cat, "hound" for Dog',
  ]);
});
