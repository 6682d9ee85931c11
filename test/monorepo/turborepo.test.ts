/** The example for Turborepo, run by turbo itself: what is declared makes its cache right on every machine. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run, specwright } from "../output/command.js";
import { type Repository, apis, checkout, edit, makeRepository, packagesIn, remove } from "./checkout.js";

const turbo = join(import.meta.dirname, "../../node_modules/.bin/turbo");

let repository: Repository;
/** A checkout in which turbo has run. */
let first: string;

/** Turbo in a checkout, with the cache that all checkouts share, as they do a remote one. */
async function turboRun(cwd: string, ...args: readonly string[]): Promise<string> {
  const quiet = { TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", npm_config_update_notifier: "false" };
  const cache = `--cache-dir=${join(repository.root, "cache")}`;
  const { code, stdout, stderr } = await run(
    turbo,
    ["run", ...args, cache, "--skip-infer", "--no-update-notifier", "--no-color"],
    { cwd, env: quiet },
  );
  expect(code, `${stdout}\n${stderr}`).toBe(0);
  expect(stderr).not.toContain("Unable to calculate");
  return stdout;
}

/** What turbo says of the cache, by task. */
const told = (stdout: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...stdout.matchAll(/^(\S+): cache (hit|miss)/gm)].map((match) => [match[1] ?? "", match[2] ?? ""]),
  );

const generated = async (folder: string): Promise<Readonly<Record<string, string>>> =>
  told(await turboRun(folder, "generate"));

const both = (pets: string, orders: string): object => ({
  "@acme/pets-api:generate": pets,
  "@acme/orders-api:generate": orders,
});

beforeAll(async () => {
  repository = await makeRepository("turborepo");
  first = await checkout(repository);
  expect(await generated(first)).toEqual(both("miss", "miss"));
});
afterAll(() => remove(repository.root));

test("the first run makes what specwright makes elsewhere, and the second is a full cache hit", async () => {
  const files = await packagesIn(first);
  expect(files).toEqual(await packagesIn(repository.folder));
  expect(Object.values(files).filter((text) => text.includes(repository.root))).toEqual([]);
  expect(await turboRun(first, "generate")).toContain("FULL TURBO");
});

test("what is gone is restored byte for byte, and is up to date", async () => {
  for (const api of apis)
    for (const each of ["src", ".specwright.json", "README.md", "api.md", "tsconfig.json"])
      await rm(join(first, api, "client", each), { recursive: true });
  expect(await turboRun(first, "generate")).toContain("FULL TURBO");
  expect(await packagesIn(first)).toEqual(await packagesIn(repository.folder));
  for (const api of apis)
    expect(await specwright(["check"], { cwd: join(first, api) })).toMatchObject({ code: 0, stdout: "" });
});

test("another machine takes all packages from the cache", async () => {
  const other = await checkout(repository);
  expect(await turboRun(other, "generate")).toContain("FULL TURBO");
  expect(await packagesIn(other)).toEqual(await packagesIn(repository.folder));
});

test("machines without git share what they have made among themselves", async () => {
  const machines = [await checkout(repository), await checkout(repository)];
  for (const each of machines) await rm(join(each, ".git"), { recursive: true });
  const [one = "", two = ""] = machines;
  await turboRun(one, "generate");
  expect(await turboRun(one, "generate")).toContain("FULL TURBO");
  expect(await turboRun(two, "generate")).toContain("FULL TURBO");
  expect(await packagesIn(two)).toEqual(await packagesIn(repository.folder));
});

describe("what is generated again when there is a change", () => {
  let other: string;
  beforeAll(async () => {
    other = await checkout(repository);
  });

  test.each<[what: string, path: string, from: string, to: string, missed: readonly string[]]>([
    ["a description", "apis/pets/spec/openapi.yaml", "The pet.", "A pet.", ["@acme/pets-api"]],
    ["an overlay", "apis/pets/spec/overlay.yaml", "for sale", "sold", ["@acme/pets-api"]],
    ["a configuration", "apis/pets/specwright.config.ts", "1.0.0", "1.1.0", ["@acme/pets-api"]],
    ["a template", "apis/orders/templates/api.md.hbs", "# Everything", "# All", ["@acme/orders-api"]],
    ["a document", "apis/orders/spec/schemas/order.yaml", "[id, total]", "[id]", ["@acme/orders-api"]],
    ["kept names", "apis/orders/client/names.lock.json", "fetchOrder", "getOrder", ["@acme/orders-api"]],
    ["what is common", "common/money.yaml", "{3}", "{4}", ["@acme/orders-api", "@acme/pets-api"]],
    [
      "specwright",
      "package-lock.json",
      '"version": "0.1.0",\n      "dev"',
      '"version": "0.2.0",\n      "dev"',
      ["@acme/orders-api", "@acme/pets-api"],
    ],
    [
      "a library of it",
      "package-lock.json",
      '"version": "3.10.1"',
      '"version": "3.10.2"',
      ["@acme/orders-api", "@acme/pets-api"],
    ],
    ["a library of others", "package-lock.json", '"version": "1.1.1"', '"version": "1.1.2"', []],
    ["an app", "apps/shop/src/index.ts", "for sale", "sold", []],
    ["a document for people", "apps/shop/README.md", "shop", "store", []],
  ])("%s", async (_, path, from, to, missed) => {
    const text = await readFile(join(other, path), "utf8");
    await edit(join(other, path), from, to);
    expect(await wouldMiss(other)).toEqual(missed);
    await writeFile(join(other, path), text);
    expect(await wouldMiss(other)).toEqual([]);
  });
});

interface DryRun {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly package: string;
    readonly cache: { readonly status: string };
    readonly command: string;
  }[];
}

/** The packages whose task is not in the cache; those without the task are no matter. */
async function wouldMiss(folder: string): Promise<readonly string[]> {
  const { tasks } = JSON.parse(await turboRun(folder, "generate", "--dry=json")) as DryRun;
  return tasks
    .filter(({ command, cache }) => command !== "<NONEXISTENT>" && cache.status === "MISS")
    .map((each) => each.package)
    .sort();
}

test("a changed description is generated once, on whatever machine, and for its package alone", async () => {
  const machines = [await checkout(repository), await checkout(repository)];
  for (const each of machines) await edit(join(each, "apis/pets/spec/openapi.yaml"), "64", "32");
  const [one = "", two = ""] = machines;
  expect(await generated(one)).toEqual(both("miss", "hit"));
  expect(await turboRun(one, "generate")).toContain("FULL TURBO");
  expect(await turboRun(two, "generate")).toContain("FULL TURBO");
  expect(await packagesIn(two)).toEqual(await packagesIn(one));
  expect(await packagesIn(two)).not.toEqual(await packagesIn(first));
  await turboRun(two, "check");
});

test("apps are built with the packages, and again when their description has changed", async () => {
  expect(told(await turboRun(first, "build"))).toMatchObject({ "@acme/shop:build": "miss" });
  expect(await turboRun(first, "build")).toContain("FULL TURBO");
  await edit(join(first, "apis/pets/spec/openapi.yaml"), "maxLength: 64", "maxLength: 16");
  expect(told(await turboRun(first, "build"))).toEqual({
    ...both("miss", "hit"),
    "@acme/pets:build": "miss",
    "@acme/orders:build": "hit",
    "@acme/shop:build": "miss",
  });
  const validator = await readFile(join(first, "apis/pets/client/dist/validators/pet.js"), "utf8");
  expect(validator).toContain("16");
});
