/** What a change of a schema means for those who write its values and for those who read them. */
import { expect, test } from "vitest";
import {
  type Uses,
  calling,
  differences,
  holding,
  object,
  shown,
  thereAndBack,
  thoseWhoWriteAndRead,
} from "./compared.js";

const text = { type: "string" };

const rows: readonly Uses[] = [
  [
    "an optional property",
    object({}),
    object({ a: text }),
    ["compatible property-added It.a: a", "breaking property-removed It.a: a"],
    ["compatible property-added It.a: a", "breaking property-removed It.a: a"],
  ],
  [
    "a required property",
    object({}),
    object({ a: text }, { required: ["a"] }),
    ["breaking property-added-required It.a: a", "breaking property-removed It.a: a"],
    ["compatible property-added-required It.a: a", "breaking property-removed It.a: a"],
  ],
  [
    "required",
    object({ a: text }),
    object({ a: text }, { required: ["a"] }),
    ["breaking property-required It.a: a", "compatible property-optional It.a: a"],
    ["compatible property-required It.a: a", "breaking property-optional It.a: a"],
  ],
  [
    "required in another part",
    { allOf: [object({ a: text })] },
    { allOf: [object({ a: text }), { required: ["a"] }] },
    ["breaking property-required It.a: a", "compatible property-optional It.a: a"],
    ["compatible property-required It.a: a", "breaking property-optional It.a: a"],
  ],
  [
    "a member of an enum",
    { enum: ["a"] },
    { enum: ["a", "b"] },
    ['compatible enum-member-added It: "b"', 'breaking enum-member-removed It: "b"'],
    ['breaking enum-member-added It: "b"', 'compatible enum-member-removed It: "b"'],
  ],
  [
    "null",
    text,
    { type: ["string", "null"] },
    ["compatible null-added It: null", "breaking null-removed It: null"],
    ["breaking null-added It: null", "compatible null-removed It: null"],
  ],
  [
    "another type beside it",
    text,
    { type: ["string", "number"] },
    ["compatible type-widened It: number", "breaking type-narrowed It: number"],
    ["breaking type-widened It: number", "compatible type-narrowed It: number"],
  ],
  [
    "another type in its place",
    text,
    { type: "boolean" },
    ["breaking type-changed It: string → boolean", "breaking type-changed It: boolean → string"],
    ["breaking type-changed It: string → boolean", "breaking type-changed It: boolean → string"],
  ],
  [
    "a limit",
    { type: "string", maxLength: 9 },
    { type: "string", maxLength: 3 },
    [
      "breaking constraint-narrowed It: maxLength: 9 → 3",
      "compatible constraint-widened It: maxLength: 3 → 9",
    ],
    [
      "compatible constraint-narrowed It: maxLength: 9 → 3",
      "compatible constraint-widened It: maxLength: 3 → 9",
    ],
  ],
  [
    "a limit where none was",
    { type: "array", items: {} },
    { type: "array", items: {}, minItems: 2 },
    [
      "breaking constraint-narrowed It: minItems: none → 2",
      "compatible constraint-widened It: minItems: 2 → none",
    ],
    [
      "compatible constraint-narrowed It: minItems: none → 2",
      "compatible constraint-widened It: minItems: 2 → none",
    ],
  ],
  [
    "a pattern",
    { type: "string", pattern: "^a" },
    { type: "string", pattern: "^b" },
    ["breaking constraint-changed It: pattern: ^a → ^b", "breaking constraint-changed It: pattern: ^b → ^a"],
    [
      "compatible constraint-changed It: pattern: ^a → ^b",
      "compatible constraint-changed It: pattern: ^b → ^a",
    ],
  ],
  [
    "how it stands in XML",
    { type: "string", xml: { name: "it" } },
    { type: "string", xml: { name: "thing" } },
    [
      'compatible xml-changed It: {"name":"it"} → {"name":"thing"}',
      'compatible xml-changed It: {"name":"thing"} → {"name":"it"}',
    ],
    [
      'compatible xml-changed It: {"name":"it"} → {"name":"thing"}',
      'compatible xml-changed It: {"name":"thing"} → {"name":"it"}',
    ],
  ],
  [
    "whether it is about a person",
    text,
    { type: "string", "x-pii": true },
    ["compatible personal-changed It: logs hide it", "compatible personal-changed It: logs show it"],
    ["compatible personal-changed It: logs hide it", "compatible personal-changed It: logs show it"],
  ],
  [
    "other properties",
    object({ a: text }),
    object({ a: text }, { additionalProperties: false }),
    [
      "breaking properties-closed It: additionalProperties",
      "compatible properties-opened It: additionalProperties",
    ],
    [
      "compatible properties-closed It: additionalProperties",
      "compatible properties-opened It: additionalProperties",
    ],
  ],
  [
    "a description",
    { ...text, description: "A." },
    { ...text, description: "B." },
    ["docs docs-changed It: description", "docs docs-changed It: description"],
    ["docs docs-changed It: description", "docs docs-changed It: description"],
  ],
  [
    "a limit of a part",
    { allOf: [{ type: "string" }, { maxLength: 9 }] },
    { allOf: [{ type: "string" }, { maxLength: 3 }] },
    [
      "breaking constraint-narrowed It: maxLength: 9 → 3",
      "compatible constraint-widened It: maxLength: 3 → 9",
    ],
    [
      "compatible constraint-narrowed It: maxLength: 9 → 3",
      "compatible constraint-widened It: maxLength: 3 → 9",
    ],
  ],
  [
    "null beside an object",
    object({ a: text }),
    { anyOf: [object({ a: text }), { type: "null" }] },
    ["compatible null-added It: null", "breaking null-removed It: null"],
    ["breaking null-added It: null", "compatible null-removed It: null"],
  ],
  [
    "deep inside",
    object({ list: { type: "array", items: object({ a: { ...text, maxLength: 2 } }) } }),
    object({ list: { type: "array", items: object({ a: { ...text, maxLength: 1 } }) } }),
    [
      "breaking constraint-narrowed It.list[].a: maxLength: 2 → 1",
      "compatible constraint-widened It.list[].a: maxLength: 1 → 2",
    ],
    [
      "compatible constraint-narrowed It.list[].a: maxLength: 2 → 1",
      "compatible constraint-widened It.list[].a: maxLength: 1 → 2",
    ],
  ],
];

thoseWhoWriteAndRead(rows);

test("deprecation is no more than told of", () => {
  const found = differences(holding("request", text), holding("request", { ...text, deprecated: true }));
  expect(shown(found)).toEqual(["compatible deprecated It: deprecated: true"]);
});

test("a schema that is written and read has the worse of both levels", () => {
  const both = (schema: object): object => {
    const content = { "application/json": { schema: { $ref: "#/components/schemas/It" } } };
    const paths = {
      "/it": {
        post: {
          operationId: "callIt",
          requestBody: { content },
          responses: { 200: { description: "", content } },
        },
      },
    };
    return {
      openapi: "3.1.0",
      info: { title: "It", version: "1" },
      paths,
      components: { schemas: { It: schema } },
    };
  };
  expect(differences(both({ enum: ["a"] }), both({ enum: ["a", "b"] }))).toMatchObject([
    { code: "enum-member-added", level: "breaking", directions: ["request", "response"] },
  ]);
});

test("null around a schema that several properties have is told of where it stands", () => {
  const pair = (b: object): object => object({ a: { $ref: "#/components/schemas/Part" }, b }, { $defs: {} });
  const describing = (b: object): object => {
    const spec = holding("response", pair(b)) as { components: { schemas: object } };
    Object.assign(spec.components.schemas, { Part: object({ x: text }) });
    return spec;
  };
  const ref = { $ref: "#/components/schemas/Part" };
  const found = differences(describing(ref), describing({ anyOf: [ref, { type: "null" }] }));
  expect(shown(found)).toEqual(["breaking null-added It.b: null"]);
});

test("schemas that lead back to themselves are compared once", () => {
  const node = (more: object): object =>
    object({
      next: { $ref: "#/components/schemas/It" },
      all: { type: "array", items: { $ref: "#/components/schemas/It" } },
      ...more,
    });
  expect(shown(differences(holding("response", node({})), holding("response", node({ a: text }))))).toEqual([
    "compatible property-added It.a: a",
  ]);
});

test("a schema that nothing leads to is read by those who import it", () => {
  const found = differences(holding("nothing", { enum: ["a"] }), holding("nothing", { enum: ["a", "b"] }));
  expect(shown(found)).toEqual(['breaking enum-member-added It: "b"']);
});

const used = (schema: object): object => {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/It" } } };
  return calling(
    { requestBody: { content }, responses: { 200: { description: "", content } } },
    { components: { schemas: { It: schema } } },
  );
};

thereAndBack([
  [
    "a property that is only read",
    used(object({ a: text })),
    used(object({ a: { ...text, readOnly: true } })),
    ["breaking property-read-only ItRequest.a: a", "compatible schema-split It: It and ItRequest"],
    ["breaking schema-merged It: It and ItRequest", "compatible property-writable It.a: a"],
  ],
  [
    "a required property that is only read",
    used(object({ a: text }, { required: ["a"] })),
    used(object({ a: { ...text, readOnly: true } }, { required: ["a"] })),
    ["breaking property-read-only ItRequest.a: a", "compatible schema-split It: It and ItRequest"],
    [
      "breaking schema-merged It: It and ItRequest",
      "breaking property-added-required It.a: a",
      "compatible property-writable It.a: a",
    ],
  ],
  [
    "a property that is only written",
    used(object({ a: text })),
    used(object({ a: { ...text, writeOnly: true } })),
    ["breaking property-write-only It.a: a", "compatible schema-split It: It and ItRequest"],
    ["breaking schema-merged It: It and ItRequest", "compatible property-readable It.a: a"],
  ],
]);

test("a body that has a type of its own no longer, or one again, there and back", () => {
  const own = { type: "object", properties: { a: text } };
  const answering = (schema: object): object =>
    calling(
      { responses: { 200: { description: "", content: { "application/json": { schema } } } } },
      { components: { schemas: { It: own } } },
    );
  const [inline, referred] = [answering(own), answering({ $ref: "#/components/schemas/It" })];
  expect(shown(differences(inline, referred))).toEqual([
    "breaking schema-removed CallItResponse200: CallItResponse200",
  ]);
  expect(shown(differences(referred, inline))).toEqual([
    "compatible schema-added CallItResponse200: CallItResponse200",
  ]);
});
