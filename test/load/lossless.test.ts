/** What would be lost in silence when a text is read: names that stand twice, and digits. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasDuplicateNames, losesDigits } from "../../generator/load/lossless.js";
import { parseSource } from "../../generator/load/source.js";
import type { Json } from "../../generator/json.js";
import { runs } from "../support/runs.js";

describe("names that stand twice", () => {
  test("are found in no JSON that JavaScript writes", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.boolean(), (value, indented) => {
        const text = JSON.stringify(value, null, indented ? 2 : 0);
        expect(hasDuplicateNames(text, JSON.parse(text) as Json)).toBe(false);
      }),
      runs(100),
    );
  });

  test.each([
    '{"a":1,"a":1}',
    '{"b":[{"a" : 1, "a":2}]}',
    '{"\\u0061":1,"a":2}',
    '{"x\\"y":"a:b","x\\"y":{}}',
  ])("are found in %s", (text) => {
    expect(hasDuplicateNames(text, JSON.parse(text) as Json)).toBe(true);
  });

  test("are an error at the second one, in JSON as in YAML", async () => {
    const loaded = await parseSource("a.json", '{\n  "a": 1,\n  "b": { "c": 1, "c": 2 }\n}');
    expect("diagnostics" in loaded && loaded.diagnostics).toMatchObject([
      { code: "input-syntax", line: 3, column: 18 },
    ]);
  });
});

describe("digits", () => {
  test.each(["9007199254740993", "1e400", "0.12345678901234567890", "-123456789012345678901"])(
    "of %s are lost",
    (written) => {
      expect(losesDigits(written)).toBe(true);
    },
  );

  test.each([
    "0",
    "-0",
    "1.0",
    "100000000000000000000",
    "1e21",
    "1E+2",
    "0.1",
    "9007199254740992",
    "1.50e-3",
    "+12",
  ])("of %s are not", (written) => {
    expect(losesDigits(written)).toBe(false);
  });

  test("of no number that JavaScript writes are lost", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(losesDigits(String(value))).toBe(false);
      }),
      runs(100),
    );
  });

  test.each([
    ["a.json", '{ "a": 12345678901234567890,\n "b": "12345678901234567890", "c": 12 }'],
    ["a.yaml", 'a: 12345678901234567890\nb: "12345678901234567890"'],
  ])("that are lost are told of, in %s", async (file, text) => {
    const loaded = await parseSource(file, text);
    const warnings = "source" in loaded ? loaded.source.warnings : [];
    expect(warnings).toMatchObject([{ code: "number-imprecise", severity: "warning", line: 1 }]);
  });
});
