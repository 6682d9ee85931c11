import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { importGraph, packagesOf, reachable, root } from "../structure/import-graph.js";

const graph = importGraph("generated/twilio/src");

describe("msw", () => {
  test("is imported by the modules of its own subpath only", () => {
    const users = graph.modules.filter((each) => packagesOf(graph, each).length > 0);
    expect(users.flatMap((each) => packagesOf(graph, each)).every((each) => each === "msw")).toBe(true);
    expect(users.filter((each) => !/^msw(\/|$)/.test(each))).toEqual([]);
    expect(users).toContain("msw/applications");
  });

  test("is nothing that routes need, and nothing that requests are read or answered with", () => {
    const core = graph.modules.filter((each) => /^handlers\/|^runtime\/(route|handle)$/.test(each));
    expect(core.length).toBeGreaterThan(4);
    const needed = core.flatMap((each) => [...reachable(graph, each, () => true)]);
    expect(needed).toContain("runtime/read-request");
    expect(needed.flatMap((each) => packagesOf(graph, each))).toEqual([]);
    expect(needed.filter((each) => /^msw(\/|$)/.test(each))).toEqual([]);
  });

  test("is not loaded with any other subpath", () => {
    const others = ["index", "client", "fixtures/index", "validators/index", "schema"];
    const loaded = others.flatMap((each) => [...reachable(graph, each, () => true)]);
    expect(loaded.filter((each) => /^(msw|handlers)(\/|$)|^runtime\/(handle|route)$/.test(each))).toEqual([]);
  });
});

describe("a program that has one handler", () => {
  test("carries nothing of the other operations", async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `export { deleteApplication } from "./generated/twilio/src/msw.ts";`,
        resolveDir: root,
        sourcefile: join(root, "program.ts"),
      },
      bundle: true,
      write: false,
      format: "esm",
      external: ["msw"],
      treeShaking: true,
    });
    const text = outputFiles[0]?.text ?? "";
    expect(text).toContain("deleteApplicationRoute");
    expect(text).toContain("twilioError");
    expect(text).not.toMatch(/listApplications|createCall|IncomingPhoneNumber|applicationList/);
  });
});
