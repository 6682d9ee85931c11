/** What is packed is fit to be published: the linters of packages have no remark, and it can be used from JavaScript as well. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { afterAll, beforeAll, expect, test } from "vitest";
import { npm, pack, packSpecwright, repository, spawned } from "./project.js";

const pets = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  servers: [{ url: "https://pets.example" }],
  paths: {
    "/pet": {
      get: {
        operationId: "getPet",
        responses: {
          "200": {
            description: "It.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
          },
        },
      },
    },
  },
  components: {
    schemas: { Pet: { type: "object", required: ["name"], properties: { name: { type: "string" } } } },
  },
};

let root: string;
const tarballs: Record<string, string> = {};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "specwright-publishable-"));
  await writeFile(join(root, "pets.json"), JSON.stringify(pets));
  const argv = [join(repository, "dist/cli.js"), "generate", "-i", "pets.json", "-o", "pets", "--build"];
  expect(await spawned(process.execPath, argv, root)).toEqual({ code: 0, stdout: "", stderr: "" });
  // The modules are compiled already.
  tarballs["pets"] = (await pack(join(root, "pets"), root, "--ignore-scripts")).tarball;
  tarballs["specwright"] = (await packSpecwright(root)).tarball;
}, 120_000);
afterAll(() => rm(root, { recursive: true, force: true }));

test.each(["pets", "specwright"])("%s passes publint and attw", { timeout: 120_000 }, async (name) => {
  const bytes = await readFile(tarballs[name] ?? "");
  const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  expect((await publint({ pack: { tarball }, strict: true })).messages).toEqual([]);
  const attw = join(repository, "node_modules/.bin/attw");
  const { code, stdout } = await spawned(attw, [tarballs[name] ?? "", "--profile", "esm-only"], root);
  expect({ code, stdout }).toMatchObject({ code: 0 });
});

const program = `// @ts-check
import { createClient, getPet } from "pets";
import { Pet } from "pets/validators";
import { pet } from "pets/fixtures";

const client = createClient({ fetch: async () => Response.json(pet({ name: "Rex" }, { seed: 1 })) });
/** @type {string} */
const name = (await getPet(client)).name;
// @ts-expect-error: a name is a string.
pet({ name: 1 });
console.log(name, Pet.is({}));
`;

test.each(["nodenext", "bundler"])("a program of JavaScript is checked under %s, and runs", async (how) => {
  const folder = join(root, how);
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await writeFile(join(folder, "program.js"), program);
  await npm(folder, "install", "--offline", "--no-audit", "--no-fund", tarballs["pets"] ?? "");
  const options = [
    "--allowJs",
    "--checkJs",
    "--strict",
    "--noEmit",
    "--target",
    "ES2022",
    "--lib",
    "ES2023,DOM",
  ];
  const modules = ["--module", how === "bundler" ? "esnext" : how, "--moduleResolution", how];
  const tsc = join(repository, "node_modules/.bin/tsc");
  expect(await spawned(tsc, [...options, ...modules, "program.js"], folder)).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
  expect(await spawned(process.execPath, ["program.js"], folder)).toEqual({
    code: 0,
    stdout: "Rex false\n",
    stderr: "",
  });
});
