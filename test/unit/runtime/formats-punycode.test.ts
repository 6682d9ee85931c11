import { domainToASCII } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isHostname, isIdnHostname } from "../../../generator/runtime/formats.js";
import { decodePunycode, encodePunycode } from "../../../generator/runtime/formats-punycode.js";
import { runs } from "../../support/runs.js";

const labels = [
  "münchen",
  "bücher",
  "faß",
  "παράδειγμα",
  "пример",
  "例子",
  "テスト",
  "실례",
  "דוגמה",
  "مثال",
  "😀a-b",
];

/** Lower-case labels of up to 20 characters with some that are not ASCII. */
const label = fc
  .array(fc.constantFrom(..."abc-09éßπжд例子あアㄱ실אب\u{10384}\u{20000}"), { minLength: 1, maxLength: 20 })
  .map((list) => list.join(""))
  .filter((text) => /[^ -~]/.test(text));

describe("Punycode", () => {
  test.each(labels)("is what host names have for %s", (text) => {
    expect(`xn--${encodePunycode(text)}`).toBe(domainToASCII(text));
  });

  test("is read back as what was written", () => {
    fc.assert(
      fc.property(label, (text) => {
        expect(decodePunycode(encodePunycode(text))).toBe(text);
      }),
      runs(2000),
    );
  });

  test("has one spelling for each text", () => {
    const spelling = fc.string({ unit: fc.constantFrom(..."abcxyz019-"), maxLength: 12 });
    fc.assert(
      fc.property(spelling, (text) => {
        const decoded = decodePunycode(text);
        if (decoded !== undefined && /[^ -~]/.test(decoded)) expect(encodePunycode(decoded)).toBe(text);
      }),
      runs(5000),
    );
  });

  test.each(["-", "a--b!", "99999999", "é", "a-é", "a-9"])("is not %s", (text) => {
    expect(decodePunycode(text)).toBeUndefined();
  });
});

test("a name is valid in its own script just where it is valid in ASCII", () => {
  fc.assert(
    fc.property(label, (text) => {
      if (text.normalize() === text && !text.includes("--"))
        expect(isHostname(`xn--${encodePunycode(text)}`)).toBe(isIdnHostname(text));
    }),
    runs(5000),
  );
});
