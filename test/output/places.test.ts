/** Output folders in places where other things are: nothing of them is lost. */
import { mkdir, readFile, readdir, realpath, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Config, type GenerateOptions, SpecError, check, generate } from "../../generator/index.js";
import { specwright } from "./command.js";
import { snapshot, texts } from "./snapshot.js";
import { type Workspace, pets, workspace } from "./workspace.js";

const description = (...names: readonly string[]): string => JSON.stringify(pets(...names));

/** What a run is refused with; whatever it is, it has changed nothing. */
async function refusal(
  { root }: Workspace,
  config: Config,
  options?: GenerateOptions,
): Promise<readonly string[]> {
  const before = await snapshot(root);
  const failure: unknown = await generate(config, undefined, options).catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(SpecError);
  expect(await snapshot(root)).toEqual(before);
  return (failure as SpecError).diagnostics.map((each) => each.code);
}

describe("the folder of the description as the output", () => {
  test("holds both, and a later run keeps it so", async () => {
    const space = await workspace(pets("cat", "dog"));
    await space.write("specwright.config.json", "{}");
    const config = { ...space.config, output: space.root };
    await generate(config);
    await space.write("openapi.json", description("cat"));
    const { removed } = await generate(config);
    expect(removed).toContain("src/models/dog.ts");
    const found = await texts(space.root);
    expect(found["openapi.json"]).toBe(description("cat"));
    expect(found["specwright.config.json"]).toBe("{}");
  });

  test.each(["package.json", "README.md", "src/index.ts", "tsconfig.json", "api.md", ".specwright.json"])(
    "refuses a description that is called as a file of the package is: %s",
    async (path) => {
      const space = await workspace({});
      await space.write(path, description("cat"));
      const config = { input: join(space.root, path), output: space.root };
      const expected = path === "README.md" || path === "api.md" ? "input-not-openapi" : "output-is-input";
      expect(await refusal(space, config)).toEqual([expected]);
      expect(await refusal(space, config, { force: true })).toEqual([expected]);
    },
  );

  test.each(["CHANGELOG.md", "names.lock.json"])("loses no description that is called %s", async (path) => {
    const space = await workspace({});
    await space.write(path, description("cat"));
    const config = { input: join(space.root, path), output: space.root, lock: true };
    await generate(config).catch(() => undefined);
    expect(await readFile(join(space.root, path), "utf8")).toBe(description("cat"));
  });

  test("refuses an overlay and a document that are called so", async () => {
    const space = await workspace({
      ...pets("cat"),
      components: { schemas: { Cat: { $ref: "package.json" } } },
    });
    await space.write("package.json", '{ "type": "string" }');
    const overlay = { overlay: "1.0.0", actions: [{ target: "$.info", update: { title: "Beasts" } }] };
    await space.write("tsconfig.json", JSON.stringify(overlay));
    const config = { ...space.config, output: space.root, overlays: [join(space.root, "tsconfig.json")] };
    expect(await refusal(space, config)).toEqual(["output-is-input", "output-is-input"]);
  });

  test("refuses a configuration that has the name of the record", async () => {
    const { root, write } = await workspace(pets("cat"));
    await write(".specwright.json", '{ "input": "openapi.json", "output": "." }');
    const before = await snapshot(root);
    const { code, stderr } = await specwright(["generate", "-c", ".specwright.json"], { cwd: root });
    expect([code, stderr]).toEqual([1, expect.stringContaining(".specwright.json:1:1 error output-foreign")]);
    expect(await snapshot(root)).toEqual(before);
  });
});

describe("a description that has come to stand where the package has a file", () => {
  test.each(["written", "removed"])("is never %s, whatever is forced", async (what) => {
    const space = await workspace(pets("cat", "dog"));
    await generate(space.config);
    await space.write(
      "package/src/models/dog.ts",
      description("cat", ...(what === "written" ? ["dog"] : [])),
    );
    const config = { ...space.config, input: join(space.output, "src/models/dog.ts") };
    expect(await refusal(space, config)).toContain("output-is-input");
    expect(await refusal(space, config, { force: true })).toEqual(["output-is-input"]);
  });

  test("is not overwritten through a link either", async () => {
    const space = await workspace(pets("cat"));
    await generate(space.config);
    await rm(join(space.output, "package.json"));
    await symlink(space.config.input, join(space.output, "package.json"));
    expect(await refusal(space, space.config, { force: true })).toEqual(["output-is-input"]);
  });
});

describe("an output folder", () => {
  test("that holds that of the description, or the working directory, leaves them as they are", async () => {
    const space = await workspace({});
    await space.write("api/spec/openapi.json", description("cat"));
    await space.write("api/spec/specwright.config.json", '{ "input": "openapi.json", "output": ".." }');
    const cwd = join(space.root, "api/spec");
    const before = await snapshot(cwd);
    for (const output of [undefined, "..", "."]) {
      const argv = output === undefined ? [] : ["-i", "openapi.json", "-o", output];
      const { code, stderr } = await specwright(["generate", ...argv], { cwd });
      expect([code, stderr]).toEqual([0, ""]);
      const after = await snapshot(cwd);
      for (const [path, entry] of before) expect(after.get(path), path).toEqual(entry);
    }
  });

  test("that is the working directory of a project is refused, and the project stays as it was", async () => {
    const space = await workspace(pets("cat"));
    await space.write("package.json", '{ "name": "mine" }');
    await space.write("src/index.ts", "mine");
    const before = await snapshot(space.root);
    const run = await specwright(["generate", "-i", "openapi.json", "-o", "."], { cwd: space.root });
    expect(run.code).toBe(1);
    expect(run.stderr.match(/error output-foreign/g)).toHaveLength(2);
    expect(await snapshot(space.root)).toEqual(before);
  });

  test("that is the top of the disk is refused", async () => {
    const space = await workspace(pets("cat"));
    expect(await refusal(space, { ...space.config, output: "/" })).toEqual(["config-invalid"]);
  });

  test("within node_modules is one like others", async () => {
    const space = await workspace(pets("cat"));
    await space.write("node_modules/other/index.js", "theirs");
    const config = { ...space.config, output: join(space.root, "node_modules/pets") };
    await generate(config);
    const inside = await texts(config.output);
    expect(await generate(config)).toMatchObject({ upToDate: true });
    expect(await check(config)).toMatchObject({ changed: [], stale: [] });
    await generate(space.config);
    expect(await texts(space.output)).toEqual(inside);
    expect(await readFile(join(space.root, "node_modules/other/index.js"), "utf8")).toBe("theirs");
  });

  test("that is a link is written through", async () => {
    const space = await workspace(pets("cat"));
    await mkdir(join(space.root, "elsewhere"));
    await symlink(join(space.root, "elsewhere"), space.output);
    await generate(space.config);
    expect(await realpath(space.output)).toBe(await realpath(join(space.root, "elsewhere")));
    expect(await generate(space.config)).toMatchObject({ written: [] });
  });

  test("with a link that leads nowhere, where a file belongs, is refused", async () => {
    const space = await workspace(pets("cat"));
    await mkdir(join(space.output, "src"), { recursive: true });
    await symlink("nowhere", join(space.output, "src/index.ts"));
    expect(await refusal(space, space.config, { force: true })).toEqual(["output-foreign"]);
  });

  test("with a module in dist/ that somebody else wrote is not compiled to", async () => {
    const space = await workspace(pets("cat"));
    await space.write("package/dist/index.js", "mine");
    expect(await refusal(space, space.config, { build: true, force: true })).toEqual(["output-foreign"]);
  });
});

describe("a module that is left over from an earlier run", () => {
  /** What a cache leaves that puts a package over another one, and takes nothing away. */
  async function restored(): Promise<Workspace> {
    const space = await workspace(pets("cat", "dog"));
    await generate(space.config);
    const old = await readFile(join(space.output, "src/models/dog.ts"), "utf8");
    await space.write("openapi.json", description("cat"));
    await generate(space.config);
    await space.write("package/src/models/dog.ts", old.replace("name?: string", "nick?: string"));
    return space;
  }

  test("stays where nothing is to be written", async () => {
    const space = await restored();
    const before = await snapshot(space.root);
    await generate(space.config);
    expect(await snapshot(space.root)).toEqual(before);
  });

  test("is told of where it is in the way, and overwritten where that is forced", async () => {
    const space = await restored();
    await space.write("openapi.json", description("cat", "dog"));
    expect(await refusal(space, space.config)).toEqual(["output-left-over"]);
    await generate(space.config, undefined, { force: true });
    const fresh = await workspace(pets("cat", "dog"));
    await generate(fresh.config);
    expect(await texts(space.output)).toEqual(await texts(fresh.output));
  });

  test("is somebody else's where it does not begin as ours do, whatever is forced", async () => {
    const space = await restored();
    await space.write("package/src/models/dog.ts", "// mine");
    await space.write("openapi.json", description("cat", "dog"));
    expect(await refusal(space, space.config, { force: true })).toEqual(["output-foreign"]);
  });
});

test.skipIf(process.platform === "win32")(
  "a backslash in a path is a character like others, except on Windows",
  async () => {
    const space = await workspace(pets("cat"));
    await space.write("a\\b.json", description("cat"));
    await space.write("specwright.config.json", JSON.stringify({ input: "a\\b.json", output: "out\\put" }));
    for (const argv of [[], ["-i", "a\\b.json", "-o", "out\\put"]]) {
      const { code, stderr } = await specwright(["generate", ...argv], { cwd: space.root });
      expect([code, stderr]).toEqual([0, ""]);
    }
    expect((await readdir(space.root)).filter((each) => each.startsWith("out"))).toEqual(["out\\put"]);
  },
);
