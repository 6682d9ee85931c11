import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { items, members } from "../../../generator/runtime/conversions.js";
import type { Converter } from "../../../generator/runtime/converter.js";
import { int64 } from "../../../generator/runtime/integers.js";
import { losslessText, parseLossless } from "../../../generator/runtime/lossless-json.js";

const account: Converter = members({ id: int64, all: items(int64), text: undefined });

describe("JSON with long integers", () => {
  test("is read digit by digit where a bigint is asked for, and as ever elsewhere", () => {
    const text =
      '{ "id": 9223372036854775807, "all": [1, -9223372036854775808], "rate": 9223372036854775807, "text": "9223372036854775807" }';
    expect(parseLossless(text, account)).toEqual({
      id: 9223372036854775807n,
      all: [1n, -9223372036854775808n],
      rate: 2 ** 63,
      text: "9223372036854775807",
    });
  });

  test("is written digit by digit", () => {
    const value = { id: 9223372036854775807n, gone: undefined, list: [undefined, 1n, null], at: new Date(0) };
    expect(losslessText(value)).toBe(
      '{"id":9223372036854775807,"list":[null,1,null],"at":"1970-01-01T00:00:00.000Z"}',
    );
    expect(losslessText(undefined)).toBeUndefined();
  });

  test("is not taken in by strings that look like it", () => {
    const id = '"id\\":1234567890123456789,\\\\';
    const text = JSON.stringify({ text: id, id: 1, "1234567890123456789": 2 });
    expect(parseLossless(text, account)).toEqual({ text: id, id: 1n, "1234567890123456789": 2 });
  });

  test("sets no prototype and keeps the last of several members of one name", () => {
    const value = parseLossless('{"__proto__":{"id":1},"id":1,"id":1234567890123456789}', account) as object;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.hasOwn(value, "__proto__")).toBe(true);
    expect((value as { readonly id: unknown }).id).toBe(1234567890123456789n);
  });

  test("reads numbers that are not written as integers as a number holds them", () => {
    expect(parseLossless('{"id":12345678901234567890.5,"rate":1e30}', account)).toEqual({
      id: BigInt(Number("12345678901234567890.5")),
      rate: 1e30,
    });
    expect(parseLossless('{"id":0.5}', account)).toEqual({ id: 0.5 });
  });

  test("refuses what is no JSON", () => {
    expect(() => parseLossless('{"id":01234567890123456789}', account)).toThrow(SyntaxError);
  });

  test("writes and reads whatever JSON can say", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (json, id) => {
        const usual: unknown = JSON.parse(JSON.stringify(json));
        const text = losslessText(account.write<unknown>({ id, text: usual })) ?? "";
        expect(parseLossless(text, account)).toEqual({ id, text: usual });
        expect(losslessText(usual)).toBe(JSON.stringify(json));
      }),
      { seed: 20_100_401 },
    );
  });
});
