/** The example for Nx, run by Nx itself. */
import { readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../../output/command.js";
import { type Repository, checkout, edit, makeRepository, packagesIn, remove } from "../checkout.js";

const nx = join(import.meta.dirname, "node_modules/nx");

let repository: Repository;
let folder: string;

beforeAll(async () => {
  repository = await makeRepository("turborepo", "nx");
  folder = await checkout(repository);
  await symlink(nx, join(folder, "node_modules/nx"));
  expect(await missed("generate")).toEqual(["@acme/orders-api:generate", "@acme/pets-api:generate"]);
});
afterAll(() => remove(repository.root));

/** The tasks of a run that were not in the cache. */
async function missed(target: string): Promise<readonly string[]> {
  const alone = { NX_DAEMON: "false", NX_NO_CLOUD: "true", CI: "true", NO_COLOR: "1", FORCE_COLOR: "0" };
  const argv = [join(nx, "bin/nx.js"), "run-many", "-t", target];
  const { code, stdout, stderr } = await run(process.execPath, argv, { cwd: folder, env: alone });
  expect(code, `${stdout}\n${stderr}`).toBe(0);
  return [...stdout.matchAll(/^> nx run (\S+)(?! *\[)\s*$/gm)].map((match) => match[1] ?? "").sort();
}

test("what is made is what specwright makes elsewhere, and is in the cache", async () => {
  expect(await missed("generate")).toEqual([]);
  const { "apis/pets/client/api.md": gone, ...rest } = await packagesIn(folder);
  await remove(join(folder, "apis/pets/client/api.md"));
  expect(await packagesIn(folder)).toEqual(rest);
  expect(await missed("generate")).toEqual([]);
  expect(await packagesIn(folder)).toEqual(await packagesIn(repository.folder));
  expect(gone).toBeDefined();
});

const pets = ["@acme/pets-api:generate"];
const orders = ["@acme/orders-api:generate"];
const all = [...orders, ...pets];

test.each<[what: string, path: string, from: string, to: string, missed: readonly string[]]>([
  ["a description", "apis/pets/spec/openapi.yaml", "The pet.", "A pet.", pets],
  ["an overlay", "apis/pets/spec/overlay.yaml", "for sale", "sold", pets],
  ["a configuration", "apis/orders/specwright.config.ts", "[", "[ ", orders],
  ["a template", "apis/orders/templates/api.md.hbs", "# Everything", "# All", orders],
  ["kept names", "apis/orders/client/names.lock.json", "fetchOrder", "getOrder", all],
  ["what is common", "common/money.yaml", "{3}", "{4}", all],
  ["a library of specwright", "package-lock.json", '"version": "3.10.1"', '"version": "3.10.2"', all],
  ["a library of others", "package-lock.json", '"version": "1.1.1"', '"version": "1.1.2"', []],
  ["an app", "apps/shop/src/index.ts", "for sale", "sold", []],
])("what is generated again when there is a change: %s", async (_, path, from, to, expected) => {
  const text = await readFile(join(folder, path), "utf8");
  await edit(join(folder, path), from, to);
  expect(await missed("generate")).toEqual(expected);
  await writeFile(join(folder, path), text);
  await missed("generate");
  expect(await packagesIn(folder)).toEqual(await packagesIn(repository.folder));
});

test("apps are built with the packages, and again when their description has changed", async () => {
  expect(await missed("build")).toContain("@acme/shop:build");
  expect(await missed("build")).toEqual([]);
  await edit(join(folder, "apis/pets/spec/openapi.yaml"), "maxLength: 64", "maxLength: 16");
  expect(await missed("build")).toEqual([...pets, "@acme/pets:build", "@acme/shop:build"]);
  const validator = await readFile(join(folder, "apis/pets/client/dist/validators/pet.js"), "utf8");
  expect(validator).toContain("16");
});
