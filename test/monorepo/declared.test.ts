/** What the examples declare, against what specwright reads and writes. */
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import picomatch from "picomatch";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PackageReport, generate } from "../../generator/index.js";
import { loadConfigs } from "../../generator/load-config.js";
import { type Repository, apis, edit, makeRepository, remove } from "./checkout.js";

/** The globs of the task that generates, from the root of the repository on. */
interface Declared {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

interface Task {
  readonly inputs: readonly (string | object)[];
  readonly outputs: readonly string[];
}

const example = async (path: string): Promise<string> => readFile(join(import.meta.dirname, path), "utf8");

async function turborepo(api: string): Promise<Declared> {
  const { tasks } = JSON.parse(await example("turborepo/turbo.json")) as { tasks: { generate: Task } };
  const fromRoot = (glob: string | object): string =>
    String(glob).startsWith("$TURBO_ROOT$/")
      ? String(glob).replace("$TURBO_ROOT$/", "")
      : `${api}/${String(glob)}`;
  return { inputs: tasks.generate.inputs.map(fromRoot), outputs: tasks.generate.outputs.map(fromRoot) };
}

/** In Nx, an output that is a folder stands for all that is in it. */
async function nx(api: string): Promise<Declared> {
  const { targetDefaults } = JSON.parse(await example("nx/nx.json")) as {
    targetDefaults: { generate: Task };
  };
  const { inputs, outputs } = targetDefaults.generate;
  const fromRoot = (glob: string): string =>
    glob.replace("{projectRoot}", api).replace("{workspaceRoot}/", "");
  expect(inputs).toContainEqual({ externalDependencies: ["specwright"] });
  return {
    inputs: inputs.filter((each) => typeof each === "string").map(fromRoot),
    outputs: outputs.map(fromRoot).map((each) => (each.endsWith("/src") ? `${each}/**` : each)),
  };
}

const without = (paths: readonly string[], globs: readonly string[]): readonly string[] =>
  paths.filter((path) => !picomatch.isMatch(path, [...globs], { dot: true }));

let repository: Repository;
/** By the folder of the description; paths from the root of the repository on. */
const reports = new Map<string, Pick<PackageReport, "read" | "written">>();

/** Each description has changed since the last run, so that all is read; nothing is there, so that all is written. */
beforeAll(async () => {
  repository = await makeRepository("turborepo");
  for (const api of apis) reports.set(api, await generated(api));
});
afterAll(() => remove(repository.root));

async function generated(api: string): Promise<Pick<PackageReport, "read" | "written">> {
  const at = (path: string): string => join(repository.folder, api, path);
  await remove(at("client"));
  await edit(at("spec/openapi.yaml"), 'version: "1"', 'version: "2"');
  const [config] = await loadConfigs({ config: at("specwright.config.ts"), cache: false });
  if (config === undefined) throw new Error("there is no configuration");
  const { output, read, written } = await generate(config);
  const fromRoot = (path: string): string => relative(repository.folder, path).replaceAll("\\", "/");
  return { read: read.map(fromRoot), written: written.map((path) => fromRoot(join(output, path))) };
}

describe.each(apis)("of %s", (api) => {
  test.each([
    ["Turborepo", turborepo],
    ["Nx", nx],
  ])("%s knows all that is read and all that is written", async (_, declared) => {
    const { inputs, outputs } = await declared(api);
    const { read = [], written = [] } = reports.get(api) ?? {};
    const used = [
      `${api}/specwright.config.ts`,
      `${api}/templates/api.md.hbs`,
      `${api}/client/names.lock.json`,
    ];
    expect(read.length).toBeGreaterThan(1);
    expect(without([...read, ...used], inputs)).toEqual([]);
    expect(without(written, outputs)).toEqual([]);
    expect(outputs.filter((glob) => without(written, [glob]).length === written.length)).toEqual(
      api === "apis/orders" ? [] : [`${api}/client/names.lock.json`],
    );
    const others = ["dist/index.js", "node_modules/a/index.js", ".turbo/turbo-build.log", "pets-1.0.0.tgz"];
    expect(
      without(
        others.map((path) => `${api}/client/${path}`),
        outputs,
      ),
    ).toHaveLength(others.length);
  });

  test("both tools know the same outputs", async () => {
    expect((await nx(api)).outputs).toEqual((await turborepo(api)).outputs);
  });
});

test("the README shows the tasks as the example has them", async () => {
  const shown = /```json\n\/\/ turbo\.json\n([^]*?)```/.exec(await example("../../README.md"))?.[1] ?? "";
  const { tasks } = JSON.parse(await example("turborepo/turbo.json")) as { readonly tasks: object };
  expect(JSON.parse(shown)).toEqual({ tasks });
});
