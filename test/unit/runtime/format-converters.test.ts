import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { base64, base64Url } from "../../../generator/runtime/base64.js";
import type { FormatConverter } from "../../../generator/runtime/converter.js";
import { dateTime, rfc2822 } from "../../../generator/runtime/dates.js";
import { isBase64url, isByte, isDateTime, isRfc2822 } from "../../../generator/runtime/formats.js";
import { int64, uint64 } from "../../../generator/runtime/integers.js";

const dates = fc.date({
  min: new Date("0000-01-01T00:00:00Z"),
  max: new Date("9999-12-31T23:59:59.999Z"),
  noInvalidDate: true,
});
const seconds = dates
  .filter((date) => date.getUTCFullYear() >= 1900)
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
const bytes = fc.uint8Array({ maxLength: 40 });

/** What a converter must keep, for values that can be written as the format says. */
function expectLaws<V>(
  converter: FormatConverter,
  values: fc.Arbitrary<V>,
  isOfFormat: (wire: unknown) => boolean,
): void {
  fc.assert(
    fc.property(values, (value) => {
      expect(converter.is(value)).toBe(true);
      const wire: unknown = converter.write<unknown>(value);
      expect(isOfFormat(wire)).toBe(true);
      expect(converter.read(wire)).toEqual(value);
      expect(converter.read(value)).toBe(value);
      expect(converter.write<unknown>(wire)).toBe(wire);
      expect(converter.is(wire)).toBe(typeof wire === "bigint");
    }),
    { seed: 20_100_401 },
  );
}

const isText =
  (is: (text: string) => boolean) =>
  (wire: unknown): boolean =>
    typeof wire === "string" && is(wire);

describe("what a converter writes is of the format and reads as the value", () => {
  test("of date-time", () => expectLaws(dateTime, dates, isText(isDateTime)));
  test("of date-time-rfc-2822, which has no fractions", () =>
    expectLaws(rfc2822, seconds, isText(isRfc2822)));
  test("of byte", () => expectLaws(base64, bytes, isText(isByte)));
  test("of base64url", () => expectLaws(base64Url, bytes, isText(isBase64url)));
  test("of int64, as a number as long as that is exact", () =>
    expectLaws(int64, fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (wire) =>
      typeof wire === "bigint" ? !Number.isSafeInteger(Number(wire)) : Number.isSafeInteger(wire),
    ));
  test("of uint64", () =>
    expectLaws(uint64, fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (wire) =>
      ["bigint", "number"].includes(typeof wire),
    ));
});

describe("a point in time", () => {
  test.each([
    ["2024-02-29T23:59:59Z", "2024-02-29T23:59:59.000Z"],
    ["2024-01-01t02:00:00.5+02:00", "2024-01-01T00:00:00.500Z"],
    ["2024-01-01T00:00:00.123456789Z", "2024-01-01T00:00:00.123Z"],
    ["2024-01-01T00:00:00-00:00", "2024-01-01T00:00:00.000Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
    ["2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"],
    ["2016-12-31T15:59:60.5-08:00", "2017-01-01T00:00:00.500Z"],
  ])("is read of %s", (text, value) => {
    expect(dateTime.read(text)).toEqual(new Date(value));
  });

  test.each([
    ["Tue, 14 Jun 2011 09:30:00 +0000", "2011-06-14T09:30:00.000Z"],
    ["14 Jun 2011 09:30 -0700", "2011-06-14T16:30:00.000Z"],
    ["1 Jan 2024 00:00:00 EST", "2024-01-01T05:00:00.000Z"],
    ["Sat, 31 Dec 2016 23:59:60 UT", "2017-01-01T00:00:00.000Z"],
  ])("is read of %s", (text, value) => {
    expect(rfc2822.read(text)).toEqual(new Date(value));
  });

  test("is written in UTC, without a fraction where there is none", () => {
    expect(dateTime.write(new Date(0))).toBe("1970-01-01T00:00:00Z");
    expect(dateTime.write(new Date(1))).toBe("1970-01-01T00:00:00.001Z");
    expect(rfc2822.write(new Date(1))).toBe("Thu, 01 Jan 1970 00:00:00 +0000");
  });

  test.each([
    "2024-01-01",
    "2023-02-29T00:00:00Z",
    "2024-01-01T00:00:00",
    "soon",
    "",
    0,
    null,
    {},
    undefined,
  ])("is not read of %s, which stays as it is", (wire) => {
    expect(dateTime.read(wire)).toBe(wire);
    expect(rfc2822.read(wire)).toBe(wire);
  });

  test("before 1900 is none of RFC 2822", () => {
    expect(rfc2822.read("Thu, 31 Dec 0099 23:59:59 +0000")).toBe("Thu, 31 Dec 0099 23:59:59 +0000");
    expect(rfc2822.is(new Date("1899-12-31T23:59:59Z"))).toBe(false);
  });

  test("that is none, or whose year has five digits, cannot be sent as one", () => {
    expect([new Date(NaN), new Date(8.64e15)].map(dateTime.is)).toEqual([false, false]);
    expect(() => dateTime.write(new Date(NaN))).toThrow(TypeError);
    expect(() => rfc2822.write(new Date(NaN))).toThrow(TypeError);
  });
});

describe("an integer", () => {
  test("of a number that lost its last digits is the greatest of its format", () => {
    expect(int64.read(2 ** 63)).toBe(2n ** 63n - 1n);
    expect(uint64.read(2 ** 64)).toBe(2n ** 64n - 1n);
  });

  test("beyond the format is none of it", () => {
    expect([2n ** 63n, -(2n ** 63n) - 1n, 5, "5"].map(int64.is)).toEqual([false, false, false, false]);
    expect(uint64.is(-1n)).toBe(false);
  });

  test.each([0.5, NaN, Infinity, "5", "", true, null])("is not read of %s", (wire) => {
    expect(int64.read(wire)).toBe(wire);
  });
});

describe("bytes", () => {
  test("are read of base64 as RFC 4648 shows it", () => {
    expect(base64.read("Zm9vYg==")).toEqual(new TextEncoder().encode("foob"));
    expect(base64Url.read("-_-_")).toEqual(new Uint8Array([251, 255, 191]));
  });

  test.each(["Zg", "Zg=", "Z===", "Zm 9v", "Zm9v\n", "ä", 7])("are not read of %s", (wire) => {
    expect(base64.read(wire)).toBe(wire);
  });
});
