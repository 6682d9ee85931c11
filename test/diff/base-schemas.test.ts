/** What a change of a schema means that others add rules to: it is told of there, and once. */
import { describe, expect, test } from "vitest";
import { calling, differences, shown } from "./compared.js";

const object = (properties: object, more: object = {}): object => ({ type: "object", properties, ...more });
const text = { type: "string" };

describe("a change of a schema that others add rules to", () => {
  const pet = (more: object, required: readonly string[] = []): object =>
    object({ name: text, ...more }, { required: ["name", ...required] });
  const reaching = (use: "request" | "response", it: object, base: object): object => {
    const content = { "application/json": { schema: { $ref: "#/components/schemas/It" } } };
    const operation =
      use === "request" ? { requestBody: { content } } : { responses: { 200: { description: "", content } } };
    return calling(operation, { components: { schemas: { It: it, Base: base } } });
  };
  const ref = { $ref: "#/components/schemas/Base" };
  const users: readonly (readonly [string, object])[] = [
    ["beside a reference", { ...ref, minProperties: 1 }],
    ["in properties", object({ a: { ...ref, minProperties: 1 }, b: { ...ref, minProperties: 2 } })],
    ["in another part", { allOf: [ref, object({ more: text })] }],
    ["in a part of a part", { ...ref, allOf: [{ ...ref, minProperties: 1 }] }],
  ];

  test.each(users)("is told of once, for the direction in which it is used: %s", (_, it) => {
    const told = (use: "request" | "response", old: object, now: object): readonly string[] =>
      shown(differences(reaching(use, it, old), reaching(use, it, now)));
    const [old, now] = [pet({}), pet({ age: { type: "integer" } }, ["age"])];
    expect(told("request", old, now)).toEqual(["breaking property-added-required Base.age: age"]);
    expect(told("response", old, now)).toEqual(["compatible property-added-required Base.age: age"]);
    expect(told("response", now, old)).toEqual(["breaking property-removed Base.age: age"]);
    const nullable = { ...pet({}), type: ["object", "null"] };
    expect(told("response", old, nullable)).toEqual(["breaking null-added Base: null"]);
    expect(told("response", nullable, old)).toEqual(["compatible null-removed Base: null"]);
    const longer = pet({ name: { type: "string", minLength: 2 } });
    expect(told("request", old, longer)).toEqual([
      "breaking constraint-narrowed Base.name: minLength: none → 2",
    ]);
    expect(told("request", longer, old)).toEqual([
      "compatible constraint-widened Base.name: minLength: 2 → none",
    ]);
  });

  test("is told of the user where that changes, too", () => {
    const told = (old: object, now: object, [was, is]: readonly [object, object]): readonly string[] =>
      shown(differences(reaching("request", old, was), reaching("request", now, is)));
    const same = [pet({ age: text }), pet({ age: text })] as const;
    const [loose, strict] = [
      { ...ref, minProperties: 1 },
      { ...ref, minProperties: 1, required: ["age"] },
    ];
    expect(told(loose, strict, same)).toEqual(["breaking property-required It.age: age"]);
    expect(told(strict, loose, same)).toEqual(["compatible property-optional It.age: age"]);
    const limits = [
      { type: "string", maxLength: 9 },
      { type: "string", maxLength: 5 },
    ] as const;
    expect(told({ ...ref, maxLength: 7 }, { ...ref, maxLength: 7 }, limits)).toEqual([
      "breaking constraint-narrowed Base: maxLength: 9 → 5",
      "breaking constraint-narrowed It: maxLength: 7 → 5",
    ]);
    expect(told({ ...ref, maxLength: 3 }, { ...ref, maxLength: 3 }, limits)).toEqual([
      "breaking constraint-narrowed Base: maxLength: 9 → 5",
    ]);
  });

  test("and that lead back to it ends", () => {
    const node = (more: object): object => object({ next: { ...ref, minProperties: 1 }, ...more });
    expect(
      shown(differences(reaching("response", ref, node({})), reaching("response", ref, node({ a: text })))),
    ).toEqual(["compatible property-added Base.a: a"]);
  });
});
