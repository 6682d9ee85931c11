/** Fixture, validator and type of formats of one's own agree, and so does another validator that is told what the format is. */
import { beforeAll, describe, expect, test } from "vitest";
import { readFormats } from "../../generator/own/formats.js";
import type { Factory } from "../../generator/runtime/fixture.js";
import type { Validator } from "../../generator/runtime/validator.js";
import { ownModule } from "./modules.js";
import { makeAjv } from "../property/ajv.js";
import { emit } from "../property/emit.js";
import { type Namespace, loadPackage } from "../support/load-package.js";

interface Subject {
  readonly format: string;
  readonly module: string;
  /** Whether a value is what the codec makes. */
  readonly isValue: (value: unknown) => boolean;
}

const subjects: readonly Subject[] = [
  { format: "money", module: "money.ts", isValue: (value) => typeof value === "object" },
  { format: "span", module: "span.ts", isValue: Array.isArray },
  { format: "weekday", module: "weekday.ts", isValue: (value) => typeof value === "string" },
  { format: "date-time-rfc-2822", module: "day.ts", isValue: (value) => String(value) === "[object Day]" },
  { format: "uuid", module: "count.ts", isValue: (value) => typeof value === "number" },
];

const described = (format: string): object => {
  const own = { type: "string", format };
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    components: {
      schemas: {
        Bare: own,
        Short: { ...own, maxLength: 40 },
        Thing: {
          type: "object",
          required: ["own"],
          properties: {
            own,
            list: { type: "array", items: own, minItems: 1, uniqueItems: true },
            maybe: { type: ["string", "null"], format },
            either: { anyOf: [own, { type: "boolean" }, { type: "null" }] },
            named: { $ref: "#/components/schemas/Bare" },
            map: { type: "object", additionalProperties: own },
          },
        },
      },
    },
  };
};

const names = ["Bare", "Short", "Thing"] as const;

describe.each(subjects)("$format", ({ format, module, isValue }) => {
  let loaded: Readonly<Record<string, Namespace>>;
  beforeAll(async () => {
    const formats = { [format]: { module: ownModule(module) } };
    const own = await readFormats({ input: "", output: "", formats });
    expect(own.diagnostics).toEqual([]);
    const { files = [], diagnostics } = await emit(described(format), formats, own.formats);
    expect(diagnostics).toEqual([]);
    const file = own.formats.get(format)?.module ?? "";
    loaded = await loadPackage(files, ["validators/index", "fixtures/index", "json-schemas/index", file]);
    loaded = { ...loaded, format: loaded[file] as Namespace };
  });

  const validator = (name: string): Validator<unknown> =>
    loaded["validators/index"]?.[name] as Validator<unknown>;
  const factory = (name: string): Factory<unknown> =>
    loaded["fixtures/index"]?.[name.toLowerCase()] as Factory<unknown>;
  const own = (): Namespace => loaded["format"] as Namespace;

  test.each(names)("fixtures of %s are valid, on the wire as well", (name) => {
    const ajv = makeAjv().addFormat(format, own()["is"] as (text: string) => boolean);
    const { schema } = loaded["json-schemas/index"]?.[name] as { readonly schema: object };
    const judge = ajv.compile(schema);
    for (let seed = 0; seed < 40; seed++) {
      const value = factory(name)(undefined, { seed });
      expect(validator(name).check(value)).toEqual([]);
      const wire = factory(name).make(seed);
      expect(judge(wire), JSON.stringify(wire)).toBe(true);
      expect(validator(name).check(validator(name).parse(wire))).toEqual([]);
    }
    for (const { value } of factory(name).edges()) expect(validator(name).check(value)).toEqual([]);
  });

  test.each(names)("invalid cases of %s have the issue that they say", (name) => {
    const cases = [...factory(name).invalid()];
    expect(cases.map((each) => each.code)).toContain("format");
    for (const { value, code, path } of cases) {
      const issues = validator(name).check(value);
      expect(issues.map((each) => [each.code, String(each.path)])).toEqual([[code, String(path)]]);
    }
  });

  test("values are of the type of the codec", () => {
    for (let seed = 0; seed < 10; seed++) expect(isValue(factory("Bare")(undefined, { seed }))).toBe(true);
  });

  test("what is overridden by a value is that value", () => {
    const other = factory("Bare")(undefined, { seed: 99 });
    const made = factory("Thing")({ own: other }) as { readonly own: unknown };
    expect(made.own).toEqual(other);
    expect(validator("Thing").check(made)).toEqual([]);
  });
});
