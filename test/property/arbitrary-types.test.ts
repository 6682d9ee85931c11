import fc from "fast-check";
import { expect, test } from "vitest";
import { compileTogether } from "../support/sample-program.js";
import { specs, writeSpec } from "../support/spec-arbitrary.js";
import { emit } from "./emit.js";
import { runs } from "../support/runs.js";

test("what is made of arbitrary descriptions compiles: types, validators and every fixture's literal", async () => {
  const packages = new Map<string, ReadonlyMap<string, string>>();
  for (const spec of fc.sample(specs, runs(12))) {
    const { files } = await emit(writeSpec(spec));
    if (files !== undefined)
      packages.set(`package-${packages.size}`, new Map(files.map(({ path, text }) => [path, text])));
  }
  expect(packages.size).toBeGreaterThan(8);
  expect(await compileTogether(packages)).toEqual([]);
});
