/** What is written is read as it was, for arbitrary schemas and values. */
import { deepStrictEqual } from "node:assert/strict";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type EmittedXml, emittedXml } from "./emitted-xml.js";
import { roots, tree } from "./sketches.js";
import { runs } from "../support/runs.js";

const count = 80;
const sketches = fc.sample(roots, { numRuns: count, seed: 11 });
const nameOf = (i: number): string => `S${i}`;

let xml: EmittedXml;
beforeAll(async () => {
  xml = await emittedXml({
    Tree: tree.schema,
    ...Object.fromEntries(sketches.map((each, i) => [nameOf(i), each.schema])),
  });
});

describe("read(write(x)) is x", () => {
  test("for arbitrary schemas", () => {
    for (const [i, { values }] of sketches.entries())
      fc.assert(
        fc.property(values, (value) => {
          deepStrictEqual(xml.read(nameOf(i), xml.write(nameOf(i), value)), value);
        }),
        { numRuns: 30, seed: i },
      );
  });

  test("for trees of themselves", () => {
    fc.assert(
      fc.property(tree.values, (value) => deepStrictEqual(xml.read("Tree", xml.write("Tree", value)), value)),
      runs(100),
    );
  });

  test("for enough kinds of schemas, so that the law is worth something", () => {
    const all = JSON.stringify(sketches.map((each) => each.schema));
    for (const part of [
      "wrapped",
      "attribute",
      "cdata",
      "namespace",
      "additionalProperties",
      '"null"',
      "$ref",
      "__proto__",
    ])
      expect(all.split(part).length, part).toBeGreaterThan(3);
  });
});

test("what XML cannot hold is refused when it is written", () => {
  expect(() => xml.write("Tree", { text: "\u0001", branches: [] })).toThrow("XML cannot hold");
  expect(() => xml.write("Tree", { text: "\uD800", branches: [] })).toThrow("XML cannot hold");
  expect(() => xml.write("Tree", { text: "", branches: [], "a b": "" })).toThrow("XML has no name");
});
