/** The README's chapter on formats and files of one's own: its example is generated, compiled and run as it stands there. */
import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run, specwright } from "../output/command.js";
import { startServer } from "../support/server.js";

interface Block {
  readonly language: string;
  readonly text: string;
}

const title = /^(?:\/\/|#) (\S+\/?\S*\.\w+)$/m;

/** The chapter's blocks of code: those that begin with the name of a file, and the programs. */
async function blocks(): Promise<{
  readonly files: ReadonlyMap<string, string>;
  readonly programs: readonly string[];
}> {
  const readme = await readFile("README.md", "utf8");
  const [, chapter = ""] = /^## Formats and files of your own\n([^]*?)^## /m.exec(readme) ?? [];
  const all = [...chapter.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(
    ([, language = "", text = ""]): Block => ({ language, text }),
  );
  const nameOf = ({ text }: Block): string | undefined => title.exec(text.split("\n", 1)[0] ?? "")?.[1];
  return {
    files: new Map(
      all.flatMap((each) => [[nameOf(each) ?? "", each.text] as const]).filter(([name]) => name),
    ),
    programs: all.filter((each) => nameOf(each) === undefined).map((each) => each.text),
  };
}

let root: string;
let programs: readonly string[];

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "specwright-own-")));
  const found = await blocks();
  programs = found.programs;
  await write("package.json", '{ "type": "module" }');
  for (const [path, text] of found.files) await write(path, text);
  await mkdir(join(root, "node_modules"));
  for (const each of ["typescript", "msw"]) await link(each, resolve("node_modules", each));
  await link("specwright", resolve("."));
  await link("shop", join(root, "packages/shop"));
  expect(await specwright(["generate", "--build"], { cwd: root })).toMatchObject({ code: 0, stderr: "" });
}, 60_000);

afterAll(() => rm(root, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

const link = (name: string, target: string): Promise<void> =>
  symlink(target, join(root, "node_modules", name), "junction");

test("the chapter has the files and the programs that its text speaks of", async () => {
  expect([...(await blocks()).files.keys()]).toEqual([
    "shop.yaml",
    "specwright.config.ts",
    "formats/money.ts",
    "plugins/routes.ts",
  ]);
  expect(programs).toHaveLength(2);
});

test(
  "all of it compiles as strictly as the package does, and so does the package",
  { timeout: 60_000 },
  async () => {
    for (const [i, text] of programs.entries()) await write(`program-${i}.ts`, text);
    await write(
      "tsconfig.json",
      JSON.stringify({
        extends: "./packages/shop/tsconfig.json",
        compilerOptions: {
          noEmit: true,
          rootDir: ".",
          declaration: false,
          declarationMap: false,
          isolatedDeclarations: false,
          skipLibCheck: true,
        },
        include: ["*.ts", "formats", "plugins", "packages/shop/src"],
      }),
    );
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    expect((await run(process.execPath, [compiler, "-p", root])).stdout).toBe("");
  },
);

test("the client sends texts and reads values, fixtures and validators agree", async () => {
  const server = await startServer();
  server.answer(({ body }) => ({ headers: { "content-type": "application/json" }, body }));
  const [program = ""] = programs;
  const there = JSON.stringify({ baseUrl: server.origin });
  await write("program.mjs", program.replace("createClient({})", `createClient(${there})`));
  const { stdout, stderr } = await run(process.execPath, ["program.mjs"], { cwd: root });
  await server.close();
  expect(stderr).toBe("");
  expect(stdout).toBe("13.5\ntrue { amount: 0.99, currency: 'USD' }\n");
  expect(server.requests).toMatchObject([
    { method: "PUT", target: "/orders/1?limit=12.50%20EUR", body: '{"id":"1","total":"12.50 EUR"}' },
  ]);
});

test("what the plugin has made is a subpath of the package", async () => {
  const [, program = ""] = programs;
  await write("routes.mjs", program);
  const { stdout } = await run(process.execPath, ["routes.mjs"], { cwd: root });
  const [, shown = ""] = /\/\/ (.*)$/m.exec(program) ?? [];
  const plain = (text: string): string => text.replace(/[\s'"]+/g, "");
  expect(plain(stdout)).toBe(plain(shown));
});

test("a second run finds nothing to do, and the package is as it would be generated", async () => {
  expect(await specwright(["check"], { cwd: root })).toMatchObject({ code: 0, stdout: "" });
  const { stdout } = await specwright(["generate", "--json"], { cwd: root });
  expect(JSON.parse(stdout)).toMatchObject({
    packages: [{ upToDate: true, written: [], read: ["shop.yaml", "formats/money.ts", "plugins/routes.ts"] }],
  });
});
