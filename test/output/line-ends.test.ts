/** Ends of lines: git gives files Windows' on Windows (`core.autocrlf`), which changes neither input nor output. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Config, SpecError, check, generate, validate } from "../../generator/index.js";
import { commitAll, git } from "../support/git.js";
import { snapshot, texts } from "./snapshot.js";
import { type Workspace, pets, workspace } from "./workspace.js";

const windows = (text: string): string => text.replaceAll("\n", "\r\n");
const spellings: readonly (readonly [what: string, spell: (text: string) => string])[] = [
  ["Windows line endings", windows],
  ["the line endings of old Macs", (text) => text.replaceAll("\n", "\r")],
  ["a byte order mark", (text) => `\uFEFF${text}`],
  ["all kinds of line endings", (text) => text.replace("\n", "\r").replace("\n", "\r\n")],
];

const yaml = (type: string): string => `openapi: 3.1.0
info:
  title: Pets
  version: "1"
  description: |
    First line.

      - Second line.
  contact: { name: "a
    b" }
paths:
  /pets:
    get:
      operationId: listPets
      description: >-
        Folded lines
        are one.

        This is another.
      responses:
        "200":
          description: |+
            Kept.

          content:
            application/json: { schema: { $ref: "#/components/schemas/Pet" } }
components:
  schemas:
    Pet:
      description: { $ref: pet.md }
      type: object
      properties:
        name: { type: ${type}, default: 'a

            b' }
`;
const json = (type: string): string =>
  JSON.stringify(
    { ...pets("cat"), components: { schemas: { Cat: { type, description: "a\n\nb" } } } },
    null,
    2,
  );

/** A description in a file of a spelling, with a text that it refers to. */
async function spelled(name: string, text: string, spell: (text: string) => string): Promise<Workspace> {
  const space = await workspace({});
  await space.write(name, spell(text));
  await space.write("pet.md", spell("A pet.\n\n- It lives.\n"));
  return { ...space, config: { ...space.config, input: join(space.root, name) } };
}

async function problemsOf(config: Config): Promise<readonly string[]> {
  const failure = await validate(config).catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(SpecError);
  return (failure as SpecError).diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`);
}

describe.each(spellings)("a description with %s", (_, spell) => {
  test.each([
    ["a.yaml", yaml],
    ["a.json", json],
  ] as const)("makes the same package, and has its mistakes in the same places: %s", async (name, text) => {
    const plain = await spelled(name, text("string"), (each) => each);
    const other = await spelled(name, text("string"), spell);
    for (const each of [plain, other]) await generate(each.config);
    const made = await texts(plain.output);
    expect(await texts(other.output)).toEqual(made);
    expect(Object.values(made).filter((each) => each.includes("\r"))).toEqual([]);
    const wrong = await spelled(name, text("strin"), spell);
    const wrongPlain = await spelled(name, text("strin"), (each) => each);
    expect(await problemsOf(wrong.config)).toEqual(await problemsOf(wrongPlain.config));
  });

  test("and with a mistake of syntax has that in the same place", async () => {
    const text = "openapi: 3.1.0\ninfo:\n  title: [\npaths: {}\n";
    const places = await Promise.all(
      [spell, (each: string) => each].map(async (how) =>
        problemsOf((await spelled("a.yaml", text, how)).config),
      ),
    );
    expect(places[0]).toEqual(places[1]);
  });
});

test("an overlay with Windows line endings is the same, and so are templates of the user's", async () => {
  const overlay = `overlay: 1.0.0\nactions:\n  - target: $.info\n    update:\n      description: |\n        One.\n\n        Two.\n`;
  const template = (await readFile("templates/README.md.hbs", "utf8")).replace("\n", "\nMine.\n\n");
  const made = await Promise.all(
    [windows, (text: string) => text].map(async (spell) => {
      const space = await workspace(pets("cat"));
      await space.write("overlay.yaml", spell(overlay));
      await space.write("templates/README.md.hbs", spell(template));
      const templates = join(space.root, "templates");
      await generate({ ...space.config, overlays: [join(space.root, "overlay.yaml")], templates });
      return texts(space.output);
    }),
  );
  expect(made[0]?.["README.md"]).toContain("Mine.");
  expect(made[0]).toEqual(made[1]);
});

describe("a package that git has given Windows line endings", () => {
  async function checkedOut(): Promise<Workspace> {
    const space = await workspace(pets("cat", "dog"));
    await space.write("node_modules/x/y", "");
    await space.write("package/CHANGELOG.md", "# Changelog\n\n## 1.2.0\n\nMine.\n");
    const config = { ...space.config, lock: true };
    await generate(config);
    for (const [path, text] of Object.entries(await texts(space.output)))
      await writeFile(join(space.output, path), windows(text));
    return { ...space, config };
  }

  test("is as it should be: nothing is written, and the second run is cheap", async () => {
    const space = await checkedOut();
    const before = await snapshot(space.output);
    expect(await check(space.config)).toMatchObject({ changed: [], stale: [], drift: [] });
    expect(await generate(space.config)).toMatchObject({ written: [], removed: [] });
    expect(await generate(space.config)).toMatchObject({ upToDate: true });
    expect(await snapshot(space.output)).toEqual(before);
  });

  test("gets only what changes, and loses what is gone", async () => {
    const space = await checkedOut();
    await space.write("openapi.json", JSON.stringify(pets("cat", "eel")));
    const before = await texts(space.output);
    const { written, removed } = await generate(space.config);
    expect(removed).toContain("src/models/dog.ts");
    expect(written).not.toContain("src/models/cat.ts");
    const after = await texts(space.output);
    expect(after["src/models/cat.ts"]).toBe(before["src/models/cat.ts"]);
    expect(after["package.json"]).toContain('"version": "1.2.0"');
    expect(await check(space.config)).toMatchObject({ changed: [], stale: [] });
  });

  test("has its edits told of, by the lines that were edited", async () => {
    const space = await checkedOut();
    const path = join(space.output, "src/models/cat.ts");
    await writeFile(path, (await readFile(path, "utf8")).replace("name?: string", "name?: number"));
    const { drift } = await check(space.config);
    expect(drift.map((each) => [each.path, each.reason])).toEqual([["src/models/cat.ts", "edited by hand"]]);
    expect(drift[0]?.diff.match(/^[-+] /gm)).toHaveLength(2);
    await expect(generate(space.config)).rejects.toThrow("output-edited");
  });

  test("keeps them in its changelog", async () => {
    const space = await checkedOut();
    await space.write("old.json", JSON.stringify(pets("cat")));
    await generate(space.config, undefined, { changelogSince: { input: join(space.root, "old.json") } });
    const changelog = await readFile(join(space.output, "CHANGELOG.md"), "utf8");
    expect(changelog).toMatch(/## 1\.3\.0\r\n[^]*Mine\.\r\n/);
    expect(changelog.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  test("is what git makes of it", async () => {
    const space = await workspace(pets("cat"));
    await generate(space.config);
    git(space.root, "init", "-q");
    git(space.root, "config", "core.autocrlf", "true");
    commitAll(space.root);
    git(space.root, "rm", "-rq", "--cached", ".");
    git(space.root, "reset", "-q", "--hard");
    const path = join(space.output, "src/index.ts");
    await writeFile(path, "");
    git(space.root, "checkout", "--", ".");
    expect(await readFile(path, "utf8")).toContain("\r\n");
    expect(await check(space.config)).toMatchObject({ changed: [] });
  });
});
