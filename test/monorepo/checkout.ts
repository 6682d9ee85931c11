/** A repository with one of the examples, and checkouts of it as a machine of CI would have them. */
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Run, cli, specwright } from "../output/command.js";
import { texts } from "../output/snapshot.js";
import { commitAll, git } from "../support/git.js";

const ours = join(import.meta.dirname, "../..");

/** The folders of the descriptions; each has its package in `client`. */
export const apis = ["apis/pets", "apis/orders"] as const;

export interface Repository {
  /** All that was made for it stands here. */
  readonly root: string;
  /** With the packages, which git does not hold. */
  readonly folder: string;
}

/** What the example's README says: generate, install, commit; later examples take the place of earlier ones, file by file. There is no registry, so the lockfile is written here. */
export async function makeRepository(...examples: readonly string[]): Promise<Repository> {
  const root = await mkdtemp(join(tmpdir(), "specwright-monorepo-"));
  const folder = join(root, "repository");
  for (const each of examples) await cp(join(import.meta.dirname, each), folder, { recursive: true });
  for (const api of apis) await succeed(specwright(["generate"], { cwd: join(folder, api) }));
  await writeFile(join(folder, "package-lock.json"), await lockfile(folder));
  commitAll(folder);
  return { root, folder };
}

/** A clone of the repository in a folder of its own, with what `npm ci` would install. */
export async function checkout({ root, folder }: Repository): Promise<string> {
  const clone = join(await mkdtemp(join(root, "machine-")), "clone");
  git(root, "clone", "-q", folder, clone);
  await install(clone);
  return clone;
}

/** The files of both packages, without what is built of them. */
export async function packagesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const all = await Promise.all(apis.map(async (api) => [api, await texts(join(folder, api, "client"))]));
  const files = (all as [string, Record<string, string>][]).flatMap(([api, found]) =>
    Object.entries(found).map(([path, text]) => [`${api}/client/${path}`, text] as const),
  );
  return Object.fromEntries(files.filter(([path]) => !/\/client\/(dist|\.turbo)\//.test(path)));
}

/** Changes a text in a file, and says so where it is not there. */
export async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, "utf8");
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  await writeFile(path, text.replace(from, to));
}

export const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

async function succeed(running: Promise<Run>): Promise<void> {
  const { code, stdout, stderr } = await running;
  if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
}

async function install(folder: string): Promise<void> {
  const modules = join(folder, "node_modules");
  for (const each of ["@acme", ".bin"]) await mkdir(join(modules, each), { recursive: true });
  await symlink(ours, join(modules, "specwright"));
  for (const each of ["typescript", "msw"])
    await symlink(join(ours, "node_modules", each), join(modules, each));
  for (const each of ["pets", "orders"])
    await symlink(join(folder, "apis", each, "client"), join(modules, "@acme", each));
  await command(modules, "specwright", cli);
  await command(modules, "tsc", join(ours, "node_modules/typescript/bin/tsc"));
}

async function command(modules: string, name: string, script: string): Promise<void> {
  const path = join(modules, ".bin", name);
  await writeFile(path, `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`);
  await chmod(path, 0o755);
}

interface Member {
  readonly name: string;
}

/** As npm writes it, with as much of the libraries as the tests change. */
async function lockfile(folder: string): Promise<string> {
  const manifest = async (path: string): Promise<Member> =>
    JSON.parse(await readFile(join(folder, path, "package.json"), "utf8")) as Member;
  const apps = (await readdir(join(folder, "apps"))).map((each) => `apps/${each}`);
  const paths = [...apis, ...apis.map((each) => `${each}/client`), ...apps];
  const members = await Promise.all(paths.map(async (path) => [path, await manifest(path)] as const));
  const packages = {
    "": await manifest(""),
    ...Object.fromEntries(members),
    ...Object.fromEntries(
      members.map(([path, { name }]) => [`node_modules/${name}`, { resolved: path, link: true }]),
    ),
    "node_modules/specwright": { version: "0.1.0", dev: true, dependencies: { prettier: "3.10.1" } },
    "node_modules/prettier": { version: "3.10.1", dev: true },
    "node_modules/picocolors": { version: "1.1.1" },
    "node_modules/msw": { version: "2.15.0", dev: true },
    "node_modules/typescript": { version: "5.9.3", dev: true },
  };
  return `${JSON.stringify({ name: "acme", lockfileVersion: 3, requires: true, packages }, null, 2)}\n`;
}
