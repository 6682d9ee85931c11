/** Formats may have any name, and so may what stands beside them. */
import { expect, test } from "vitest";
import { readFormats } from "../../generator/own/formats.js";
import type { Validator } from "../../generator/runtime/validator.js";
import { emit } from "../property/emit.js";
import { loadPackage } from "../support/load-package.js";
import { compileTogether } from "../support/sample-program.js";
import { ownModule } from "./modules.js";

const names = ["a b", "a-b", "AB", "index", '*/"};</script>`${x}', "é", "constructor", "Value"];

test(
  "formats of like names, and of names that are no identifiers, are told apart",
  { timeout: 60_000 },
  async () => {
    const formats = Object.fromEntries(names.map((name) => [name, { module: ownModule("money.ts") }]));
    const own = await readFormats({ input: "", output: "", formats });
    expect(own.diagnostics).toEqual([]);
    const properties = Object.fromEntries(names.map((format) => [format, { type: "string", format }]));
    const all = { type: "object", required: names, properties };
    const schemas = {
      All: all,
      Value: { type: "string", format: "AB" },
      Own: { type: "integer" },
      Wire: all,
    };
    const description = {
      openapi: "3.1.0",
      info: { title: "Things", version: "1" },
      components: { schemas },
    };
    const { files = [], diagnostics } = await emit(description, formats, own.formats);
    expect(diagnostics).toEqual([]);
    const whole = new Map(files.map((each) => [each.path, each.text]));
    expect(await compileTogether(new Map([["things", whole]]))).toEqual([]);
    const { "validators/index": validators } = await loadPackage(files, ["validators/index"]);
    const { parse } = validators["All"] as Validator<Readonly<Record<string, unknown>>>;
    const wire = Object.fromEntries(names.map((name) => [name, "12.50 EUR"]));
    const value = { amount: 12.5, currency: "EUR" };
    expect(Object.entries(parse(wire))).toEqual(names.map((name) => [name, value]));
  },
);

test("a format of numbers is none of one's own", async () => {
  const formats = { int64: { module: ownModule("count.ts") } };
  const own = await readFormats({ input: "", output: "", formats });
  const schemas = { Text: { type: "string", format: "int64" }, Whole: { type: "integer", format: "int64" } };
  const description = { openapi: "3.1.0", info: { title: "Things", version: "1" }, components: { schemas } };
  const { files = [] } = await emit(description, formats, own.formats);
  const textOf = (path: string): string | undefined => files.find((each) => each.path === path)?.text;
  expect(textOf("src/models/text.ts")).toContain("Own<Int64Value>");
  expect(textOf("src/models/whole.ts")).toContain("= number");
});

test("a value that cannot be told from another alternative stays a text, with a warning", async () => {
  const formats = { money: { module: ownModule("money.ts") } };
  const own = await readFormats({ input: "", output: "", formats });
  const either = { anyOf: [{ type: "string", format: "money" }, { type: "object" }] };
  const description = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    components: { schemas: { either } },
  };
  const { files = [], diagnostics } = await emit(description, formats, own.formats);
  expect(diagnostics.map((each) => each.code)).toEqual(["value-not-converted"]);
  expect(files.find((each) => each.path === "src/models/either.ts")?.text).not.toContain("Own<");
});

test("a format that the description does not speak of is not in the package", async () => {
  const formats = { money: { module: ownModule("money.ts") } };
  const own = await readFormats({ input: "", output: "", formats });
  const schemas = { Text: { type: "string" } };
  const description = { openapi: "3.1.0", info: { title: "Things", version: "1" }, components: { schemas } };
  const { files = [] } = await emit(description, formats, own.formats);
  expect(files.filter((each) => each.path.includes("formats/"))).toEqual([]);
});
