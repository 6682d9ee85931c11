/** Each bundler generates before it builds; a mistake in the description fails the build. */
import { describe, expect, test } from "vitest";
import { bundlers } from "./bundlers.js";
import { describing, mistake, newProject } from "./project.js";

describe.each(bundlers)("a build of %s", (_, { build }) => {
  test("generates the package that the app imports", async () => {
    const project = await newProject();
    expect((await build(project)).failure).toBeUndefined();
    expect(await project.run()).toBe("pets true false");
  });

  test("fails with a mistake at its place, and nothing is written", async () => {
    const project = await newProject();
    await project.write("openapi.yaml", describing("strin"));
    const { failure } = await build(project);
    expect(failure).toMatch(mistake);
    expect(project.has("api")).toBe(false);
    expect(project.has("dist/out.mjs")).toBe(false);
  });

  test("hands on each warning", async () => {
    const project = await newProject();
    await project.write("openapi.yaml", describing("string, format: a }, Toy: { type: string, format: b"));
    const { failure, warnings } = await build(project);
    expect(failure).toBeUndefined();
    const own = warnings.filter((each) => each.includes("openapi.yaml"));
    expect(own.map((each) => /:4:\d+ warning \S+/.exec(each)?.[0])).toEqual([
      ":4:35 warning format-unknown",
      ":4:69 warning format-unknown",
    ]);
  });
});

test("two plugins of one process write a package one after the other", async () => {
  const project = await newProject();
  const builds = await Promise.all(bundlers.map(([, { build }]) => build(project)));
  expect(builds.map((each) => each.failure)).toEqual(bundlers.map(() => undefined));
  expect(await project.run()).toBe("pets true false");
});
