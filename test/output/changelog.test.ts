/** `generate --changelog`: the entry, the version that follows it, and that neither is touched without need. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commitAll } from "../support/git.js";
import { specwright, type Run } from "./command.js";
import { pets, workspace } from "./workspace.js";

interface Repository {
  readonly generate: (...argv: readonly string[]) => Promise<Run>;
  readonly check: () => Promise<Run>;
  readonly diff: (...argv: readonly string[]) => Promise<Run>;
  readonly describe: (...names: readonly string[]) => Promise<void>;
  readonly commit: () => void;
  readonly read: (path: string) => Promise<string>;
  readonly write: (path: string, text: string) => Promise<void>;
}

/** A description in a repository of git, with a configuration for its package. */
async function repository(): Promise<Repository> {
  const { root, write } = await workspace(pets("cat"));
  await write("specwright.config.json", JSON.stringify({ input: "openapi.json", output: "package" }));
  await write(".gitignore", "node_modules\n");
  return {
    generate: (...argv) => specwright(["generate", ...argv], { cwd: root }),
    check: () => specwright(["check"], { cwd: root }),
    diff: (...argv) => specwright(["diff", ...argv], { cwd: root }),
    describe: (...names) => write("openapi.json", JSON.stringify(pets(...names))),
    commit: () => commitAll(root),
    read: (path) => readFile(join(root, path), "utf8"),
    write,
  };
}

const versionIn = async ({ read }: Repository): Promise<string> =>
  (JSON.parse(await read("package/package.json")) as { readonly version: string }).version;

test("raises the version with the description, and once for a step", async () => {
  const it = await repository();
  await it.generate();
  it.commit();
  await it.describe("cat", "dog");
  expect(await it.generate("--changelog")).toMatchObject({ code: 0, stderr: "" });
  expect(await versionIn(it)).toBe("0.1.1");
  const told = await it.read("package/CHANGELOG.md");
  expect(told).toMatch(/## 0\.1\.1\n[^]*### Compatible\n\n- `Dog`[^]*\n- `getDog`: an operation is new/);
  expect(JSON.parse(await it.read("package/package.json"))).toMatchObject({
    files: ["dist", "src", "api.md", "CHANGELOG.md"],
  });
  expect((await it.check()).code).toBe(0);
  const { stdout: compared } = await it.diff("--base", "HEAD");
  expect(compared, "the same version as in the changelog").toContain("0.1.1");

  await it.generate("--changelog");
  expect(await it.read("package/CHANGELOG.md")).toBe(told);

  await it.describe("dog");
  await it.generate("--changelog");
  expect(await versionIn(it)).toBe("0.2.0");
  expect((await it.read("package/CHANGELOG.md")).match(/^## .*/gm)).toEqual(["## 0.2.0"]);
});

test("writes a first entry where the revision has no description", async () => {
  const it = await repository();
  await it.write("other.json", "{}");
  it.commit();
  await it.write("api.json", JSON.stringify(pets("cat")));
  const argv = ["-i", "api.json", "-o", "api", "--changelog"];
  expect(await it.generate(...argv)).toMatchObject({ code: 0, stderr: "" });
  expect(await it.read("api/CHANGELOG.md")).toMatch(/## 0\.1\.0\n[^]*First version\./);
  const first = await it.read("api/CHANGELOG.md");
  await it.generate(...argv);
  expect(await it.read("api/CHANGELOG.md")).toBe(first);
});

test("takes a file as the earlier description, and what people wrote counts and stays", async () => {
  const it = await repository();
  await it.write("old.json", JSON.stringify(pets("cat", "dog")));
  await it.write("package/CHANGELOG.md", "# What is new\n\n## 2.3.0\n\nWe *moved*.\n");
  await it.generate("--changelog", "old.json");
  expect(await it.read("package/CHANGELOG.md")).toMatch(
    /^# What is new\n\n## 3\.0\.0\n[^]*\n\n## 2\.3\.0\n\nWe \*moved\*\.\n$/,
  );
  expect(await versionIn(it)).toBe("3.0.0");
});

test("a version by hand is the package's, and no drift", async () => {
  const it = await repository();
  await it.generate("--changelog", "openapi.json");
  await it.write("package/CHANGELOG.md", "# Changelog\n\n## 1.0.0\n\nStable.\n");
  const { code, stdout } = await it.check();
  expect(code).toBe(1);
  expect(stdout).toMatch(/package\.json: configuration changed/);
  await it.generate();
  expect(await versionIn(it)).toBe("1.0.0");
  expect(await it.read("package/CHANGELOG.md")).toBe("# Changelog\n\n## 1.0.0\n\nStable.\n");
  await it.write("package/CHANGELOG.md", "# Changelog\n\n## 1.0.0\n\nStable, *really*.\n");
  expect((await it.check()).code).toBe(0);
});

test("nothing is written where nothing is to be, nor where the revision is none", async () => {
  const it = await repository();
  it.commit();
  const { code, stdout } = await it.generate("--changelog", "--dry-run");
  expect(code).toBe(0);
  expect(stdout).not.toContain("CHANGELOG.md");
  const unknown = await it.generate("--changelog", "--base", "nowhere");
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toMatch(/openapi\.json:1:1 error revision-unknown/);
  expect(await it.generate("--base", "HEAD")).toMatchObject({
    code: 2,
    stderr: "specwright: --base goes with --changelog\n",
  });
});
