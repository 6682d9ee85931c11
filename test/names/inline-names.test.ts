/** Names of what parameters and headers are checked and converted by, where their schemas have none. */
import { expect, test } from "vitest";
import type { ConstDeclaration, Module } from "../../generator/code/module.js";
import type { PackageConfig } from "../../generator/config.js";
import type { JsonObject } from "../../generator/json.js";
import { plan } from "../../generator/plan/plan.js";
import { runtimeText } from "../../generator/render/runtime-folder.js";
import { lowered } from "./lowering.js";

const config: PackageConfig = { name: "test", version: "1.0.0" };
const dates: JsonObject = { type: "array", items: { type: "string", format: "date-time" } };
const query = (name: string): JsonObject => ({ name, in: "query", schema: dates });

/** All modules of a package with one operation, whose lists of dates have names that are spelled alike. */
function planned(): readonly Module[] {
  const headers = { "since-at": { schema: dates }, since_at: { schema: dates } };
  const { api } = lowered({
    paths: {
      "/a": {
        get: {
          operationId: "list",
          parameters: [query("since-at"), query("since_at"), query("since-at-in-200")],
          responses: { "200": { description: "Read.", headers }, "2XX": { description: "Also.", headers } },
        },
      },
    },
  });
  return plan(api, config, runtimeText, () => {}).flatMap((each) =>
    each.kind === "module" ? [each.module] : [],
  );
}

const constants = (modules: readonly Module[], path: RegExp): readonly (readonly string[])[] =>
  modules
    .filter((each) => path.test(each.path))
    .map(({ declarations }) =>
      declarations.filter((each): each is ConstDeclaration => each.kind === "const").map((each) => each.name),
    );

test("no module declares the same constant twice, however alike the names of parameters and headers are", () => {
  const modules = planned();
  const [converters = []] = constants(modules, /^converters\/parameters\//);
  expect(converters.length).toBeGreaterThanOrEqual(7);
  for (const names of constants(modules, /./)) expect(new Set(names).size).toBe(names.length);
  expect(converters.filter((each) => each.includes("_200"))).toEqual([]);
});

test("the validator and the converter of a parameter have the same name but for its ending", () => {
  const modules = planned();
  const [validators = []] = constants(modules, /^checks\/parameters\//);
  const [converters = []] = constants(modules, /^converters\/parameters\//);
  expect(validators.length).toBeGreaterThanOrEqual(3);
  expect(converters).toEqual(expect.arrayContaining(validators.map((each) => `${each}Converter`)));
});
