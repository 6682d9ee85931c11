/** A project of a user, in a temporary folder, with the packed specwright and the packed package installed by npm. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Project {
  readonly folder: string;
  /** The paths of the files in each tarball. */
  readonly packed: { readonly specwright: readonly string[]; readonly twilio: readonly string[] };
  /** Runs one of the installed commands in the project's folder. */
  run(command: string, ...args: string[]): Promise<Finished>;
  /** Runs a script with Node. */
  node(...args: string[]): Promise<Finished>;
  write(path: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

export const repository: string = fileURLToPath(new URL("../../", import.meta.url));

/** Packs both packages and installs them as a user would. Takes a while: once for a test file is enough. */
export async function installPacked(): Promise<Project> {
  if (!existsSync(join(repository, "dist/cli.js")))
    throw new Error("dist/ is missing: npm run build makes it");
  const root = await mkdtemp(join(tmpdir(), "specwright-e2e-"));
  const folder = join(root, "project");
  const remove = (): Promise<void> => rm(root, { recursive: true, force: true });
  try {
    const [specwright, twilio] = await Promise.all([packSpecwright(root), packTwilio(root)]);
    await copyDependencies(folder);
    const manifest = { private: true, type: "module", devDependencies: { "@types/node": "*", msw: "*" } };
    await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
    // npm takes a package for complete only when the commands of the package are linked.
    await npm(folder, "rebuild", "--offline", "--ignore-scripts");
    const quiet = ["--offline", "--no-audit", "--no-fund", "--ignore-scripts"];
    await npm(folder, "install", ...quiet, specwright.tarball, twilio.tarball);
    return {
      folder,
      packed: { specwright: specwright.files, twilio: twilio.files },
      run: (command, ...args) => spawned(join(folder, "node_modules/.bin", command), args, folder),
      node: (...args) => spawned(process.execPath, args, folder),
      write: (path, text) => writeFile(join(folder, path), text),
      remove,
    };
  } catch (cause) {
    await remove();
    throw cause;
  }
}

interface Packed {
  readonly tarball: string;
  readonly files: readonly string[];
}

/** Without scripts: dist/ has just been built, and a second build would disturb whoever else uses it. */
export const packSpecwright = (root: string): Promise<Packed> => pack(repository, root, "--ignore-scripts");

/** With scripts, so that `prepack` compiles it; from a copy, so that the repository stays as it is. */
async function packTwilio(root: string): Promise<Packed> {
  const copy = join(root, "sources/twilio");
  await cp(join(repository, "generated/twilio"), copy, {
    recursive: true,
    filter: (path) => !["dist", "node_modules"].includes(basename(path)),
  });
  await symlink(join(repository, "node_modules"), join(root, "sources/node_modules"), "junction");
  return pack(copy, root);
}

export async function pack(from: string, to: string, ...args: readonly string[]): Promise<Packed> {
  const { stdout } = await npm(from, "pack", "--json", "--pack-destination", to, ...args);
  // The output of scripts stands before the report.
  const [report] = JSON.parse(stdout.slice(stdout.search(/^\[/m))) as [
    { readonly filename: string; readonly files: readonly { readonly path: string }[] },
  ];
  return { tarball: join(to, report.filename), files: report.files.map((each) => each.path) };
}

/**
 * There is no registry to install specwright's dependencies from. They are copied from the repository, where
 * `npm ci` has put them, before the installation: npm then finds them in place and in the right versions, and would
 * ask the registry, and fail, for a dependency that specwright did not declare as it needs it.
 */
async function copyDependencies(folder: string): Promise<void> {
  const { packages } = JSON.parse(await readFile(join(repository, "package-lock.json"), "utf8")) as Lock;
  const needed = Object.entries(packages).flatMap(([path, { dev, optional, devOptional }]) =>
    dev || optional || devOptional ? [] : topOf(path),
  );
  const installed = ["@types/node", "msw"].flatMap((name) => [...withDependencies(name, packages)]);
  for (const path of new Set([...needed, ...installed])) {
    await mkdir(resolve(folder, path, ".."), { recursive: true });
    await cp(join(repository, path), join(folder, path), { recursive: true });
  }
}

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly dev?: true;
        readonly optional?: true;
        readonly devOptional?: true;
        readonly dependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

/** The package at the top of `node_modules` that a path leads into. */
const topOf = (path: string): readonly string[] => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];

/** Where a package stands, and what it needs, and what that needs. */
function withDependencies(name: string, packages: Lock["packages"]): ReadonlySet<string> {
  const found = new Set([`node_modules/${name}`]);
  for (const path of found) {
    const inside = Object.keys(packages).filter(
      (each) => each === path || each.startsWith(`${path}/node_modules/`),
    );
    for (const each of inside.flatMap((one) => Object.keys(packages[one]?.dependencies ?? {})))
      found.add(`node_modules/${each}`);
  }
  return found;
}

export async function npm(folder: string, ...args: readonly string[]): Promise<Finished> {
  const finished = await spawned("npm", args, folder);
  if (finished.code === 0) return finished;
  throw new Error(`npm ${args.join(" ")} failed:\n${finished.stdout}\n${finished.stderr}`);
}

/** Settings of an npm or a test runner that is around us are none of the user's. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_ENV$|VITEST)/i.test(name)),
);

export function spawned(command: string, args: readonly string[], cwd: string): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: environment, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject).on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** Every file below a folder with its text, by its path. */
export async function textsIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  const texts = await Promise.all(files.sort().map(async (path) => [path, await readFile(path, "utf8")]));
  return Object.fromEntries(texts) as Record<string, string>;
}
