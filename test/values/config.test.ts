import { describe, expect, test } from "vitest";
import { configProblems, valueFormats } from "../../generator/config.js";
import { knownFormats } from "../../generator/model/formats.js";

const problemsOf = (formats: unknown): readonly string[] =>
  configProblems({ input: "a", output: "b", formats } as never).map(
    ({ field, problem }) => `${field} ${problem}`,
  );

describe("the types of formats", () => {
  test("that a configuration may ask for are those that the model can convert", () => {
    const known = [...knownFormats].flatMap(([format, { value }]) =>
      value === undefined ? [] : [`${format} ${value.type}`],
    );
    const asked = Object.entries(valueFormats).flatMap(([type, formats]) =>
      formats.map((each) => `${each} ${type}`),
    );
    expect(known.sort()).toEqual(asked.sort());
  });

  test("are taken format by format", () => {
    expect(
      problemsOf({ "date-time": "Date", int64: "bigint", byte: "Uint8Array", uuid: "annotation" }),
    ).toEqual([]);
  });

  test("are refused where they do not fit", () => {
    expect(problemsOf({ date: "Date", int64: "Date", byte: "Blob", "date-time": 1 })).toEqual([
      'formats.date must be "assertion", "annotation" or { module: <path> }; "Date" is for date-time and date-time-rfc-2822',
      'formats.int64 must be "assertion", "annotation", "bigint" or { module: <path> }; "Date" is for date-time and date-time-rfc-2822',
      'formats.byte must be "assertion", "annotation", "Uint8Array" or { module: <path> }',
      'formats.date-time must be "assertion", "annotation", "Date" or { module: <path> }',
    ]);
    expect(problemsOf("Date")).toHaveLength(1);
  });
});
