/** Every format of the JSON Schema Test Suite, and what the functions say of its values. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { knownFormats } from "../../../generator/model/formats.js";
import * as formats from "../../../generator/runtime/formats.js";

interface Case {
  readonly description: string;
  readonly schema: { readonly format: string };
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

const root = resolve(import.meta.dirname, "../../..", process.env["SPECWRIGHT_SHARED"] ?? "../shared");
const optional = join(root, "json-schema-test-suite/draft2020-12/optional");
const isAbsent = !existsSync(optional);
const absence = isAbsent ? " (skipped: the suite is not there, see SPECWRIGHT_SHARED)" : "";

const read = (file: string): unknown => JSON.parse(readFileSync(join(optional, file), "utf8"));
const files = isAbsent ? [] : readdirSync(join(optional, "format"));

/** Names of cases that we decide otherwise than the suite does, each with the reason. */
const exceptions: ReadonlyMap<string, string> = new Map();

/** Each value that is a string, with the function for it. Formats say nothing of other values. */
const values = files.flatMap((file) =>
  (read(`format/${file}`) as readonly Case[]).flatMap(({ schema, tests }) =>
    tests.flatMap(({ description, data, valid }) => {
      const check = knownFormats.get(schema.format)?.check;
      return typeof data === "string"
        ? [{ name: `${file}: ${description}`, data, valid, is: check && formats[check] }]
        : [];
    }),
  ),
);

describe.skipIf(isAbsent)(`the JSON Schema Test Suite${absence}`, () => {
  test("agrees on every value, but for the named exceptions", () => {
    const others = values.filter(({ data, valid, is }) => valid !== (is === undefined || is(data)));
    expect(values.length).toBeGreaterThan(600);
    expect(others.map(({ name }) => name)).toEqual([...exceptions.keys()]);
  });

  test("asks of no format that has no function, but for the one that is made up", () => {
    const unchecked = values.filter(({ is }) => is === undefined).map(({ name }) => name);
    expect(unchecked).toEqual(["unknown.json: unknown formats ignore strings"]);
  });

  test("writes no pattern that would be no regex", () => {
    const schemas = (read("ecmascript-regex.json") as readonly { schema: { pattern?: string } }[]).map(
      ({ schema }) => schema,
    );
    const patterns = schemas.flatMap(({ pattern }) => pattern ?? []);
    expect(patterns.length).toBeGreaterThan(10);
    expect(patterns.filter((each) => !formats.isRegex(each))).toEqual([]);
  });
});
