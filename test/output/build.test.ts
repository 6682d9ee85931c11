/** `generate --build`: what is compiled is what `tsc` would write, and is kept up to date like all else. */
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { SpecError, check, generate } from "../../generator/index.js";
import { textsIn } from "../e2e/project.js";
import { type Workspace, pets, workspace } from "./workspace.js";

const repository = join(import.meta.dirname, "../..");
const build = ({ config }: Workspace): ReturnType<typeof generate> =>
  generate({ ...config, cache: false }, undefined, { build: true });

const compiledIn = async (folder: string): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    Object.entries(await textsIn(join(folder, "dist"))).map(([path, text]) => [
      path.slice(join(folder, "dist/").length),
      text,
    ]),
  );

test("compiles to what tsc writes, to the byte", async () => {
  const root = await mkdtemp(join(tmpdir(), "specwright-build-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const at = (path: string): string => join(repository, "spec/twilio", path);
  const output = join(root, "twilio");
  await generate(
    { input: at("openapi.yaml"), overlays: [at("overlay.yaml")], output, cache: false },
    undefined,
    { build: true },
  );
  const ours = await compiledIn(output);
  await rm(join(output, "dist"), { recursive: true });
  await symlink(join(repository, "node_modules"), join(root, "node_modules"), "junction");
  execFileSync(join(repository, "node_modules/.bin/tsc"), ["-p", output], { cwd: root });
  const theirs = await compiledIn(output);
  expect(Object.keys(ours)).toEqual(Object.keys(theirs));
  expect(Object.keys(ours).filter((path) => ours[path] !== theirs[path])).toEqual([]);
});

test("what changes is compiled again, what is gone goes, and what is somebody's own stays", async () => {
  const it = await workspace(pets("cat", "dog"));
  await build(it);
  await it.write("package/dist/bundle.js", "// Mine.\n");
  const { output } = it.config;
  await rm(join(output, "dist/models/cat.js"));
  expect((await build(it)).written).toEqual(["dist/models/cat.js"]);
  await it.write("openapi.json", JSON.stringify(pets("cat")));
  const { removed } = await build(it);
  expect(removed).toEqual(
    expect.arrayContaining(["dist/models/dog.d.ts", "dist/models/dog.js", "dist/models/dog.js.map"]),
  );
  const left = Object.keys(await compiledIn(output));
  expect(left.filter((path) => path.includes("dog"))).toEqual([]);
  expect(left).toContain("bundle.js");
});

test("a package that is up to date is compiled where it is not yet, and then is up to date", async () => {
  const it = await workspace(pets("cat"));
  const config = { ...it.config, cache: join(it.root, "cache") };
  await generate(config);
  const { written } = await generate(config, undefined, { build: true });
  expect(written.every((path) => path.startsWith("dist/"))).toBe(true);
  expect(written).toContain("dist/index.js");
  expect((await generate(config, undefined, { build: true })).upToDate).toBe(true);
  expect((await generate(config)).upToDate).toBe(true);
  expect(await check(config)).toMatchObject({ changed: [], stale: [] });
});

test("what was compiled is told of where it does not fit any more, and only there", async () => {
  const it = await workspace(pets("cat"));
  const config = { ...it.config, cache: false } as const;
  await build(it);
  await rm(join(config.output, "src/index.ts"));
  expect((await generate(config)).notes).toEqual([]);
  await it.write("package/src/index.ts", "// Mine.\n");
  expect((await generate(config, undefined, { force: true })).notes).toEqual([]);
  await it.write("openapi.json", JSON.stringify(pets("cat", "dog")));
  expect((await generate(config)).notes).toEqual([
    expect.stringContaining("/dist was compiled of what was there before"),
  ]);
});

test("a folder that leads elsewhere is refused", async () => {
  const it = await workspace(pets("cat"));
  await mkdir(it.output);
  await mkdir(join(it.root, "elsewhere"));
  await writeFile(join(it.root, "elsewhere/index.js"), "// Mine.\n");
  await symlink(join(it.root, "elsewhere"), join(it.output, "dist"), "junction");
  const failure = await build(it).catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(SpecError);
  expect((failure as SpecError).diagnostics.map((each) => each.code)).toEqual(["output-foreign"]);
});
