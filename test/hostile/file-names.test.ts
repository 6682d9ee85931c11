/** File names come from names of a description, and stay below the output folder on every file system. */
import { expect, test } from "vitest";
import { generateFrom } from "./generate-from.js";

const schema = { type: "object", properties: { a: { type: "string" } } };
const head = { openapi: "3.1.0", info: { title: "Names", version: "1.0.0" } };
const responses = { "204": { description: "Done." } };

/** Names that mean something to a file system, or nothing at all. */
const names: readonly string[] = [
  "..",
  ".",
  "...",
  "../../../escaped",
  "/etc/escaped",
  "C:\\escaped",
  "\\\\server\\share",
  "a/b",
  "~",
  "-",
  "_",
  "__",
  "",
  " ",
  "con",
  "NUL.txt",
  "com1",
  "index",
  "Index",
  "operations",
  "日本",
  "x".repeat(300),
];

/** The names all at once: whichever comes first, each has files of its own. */
const paths = Object.fromEntries(
  names.map((name, i) => [`/${i}`, { get: { tags: [name], operationId: `${name} ${i}`, responses } }]),
);

test("schemas of any name have plain file names below the output folder", async () => {
  const schemas = Object.fromEntries(names.map((name) => [name, schema]));
  const generated = await generateFrom({ ...head, paths: {}, components: { schemas } });
  checkPaths(generated);
  for (const folder of ["models", "validators", "fixtures"])
    expect([...generated.files.keys()].filter((path) => path.startsWith(`src/${folder}/`))).toHaveLength(
      names.length + 1,
    );
});

test("resources of any name have plain file names below the output folder", async () => {
  const generated = await generateFrom({ ...head, paths });
  checkPaths(generated);
  const operations = [...generated.files]
    .filter(([path]) => path.startsWith("src/operations/"))
    .map(([, text]) => text);
  expect(operations.join("").match(/^export function /gm)).toHaveLength(names.length);
});

const titles = ["..", "../../../escaped", "C:\\escaped", "", "con", "x".repeat(300)];

test.each(titles.map((title) => [JSON.stringify(title.slice(0, 20)), title]))(
  "the title %s is no path",
  async (_, title) => {
    const info = { title, version: "1.0.0" };
    checkPaths(await generateFrom({ ...head, info, paths: { "/a": { get: { responses } } } }));
  },
);

test("names that differ by case only, or by what file names leave out, have files of their own", async () => {
  const alike = ["FooBar", "fooBar", "foo_bar", "foo-bar", "FOOBAR", "foo bar", "foo.bar"];
  const { files } = await generateFrom({
    ...head,
    paths: Object.fromEntries(
      alike.map((tag, i) => [`/${i}`, { get: { tags: [tag], operationId: `get${i}`, responses } }]),
    ),
    components: { schemas: Object.fromEntries(alike.map((name) => [name, schema])) },
  });
  const folders = new Map<string, number>();
  for (const path of files.keys()) {
    const folder = path.slice(0, path.lastIndexOf("/"));
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  expect(folders.get("src/models")).toBe(alike.length + 1);
  const operations = [...files]
    .filter(([path]) => path.startsWith("src/operations/"))
    .map(([, text]) => text);
  expect(operations.join("").match(/export function get\d/g)).toHaveLength(alike.length);
});

type Generated = Awaited<ReturnType<typeof generateFrom>>;

/** Plain names of a sensible length, which no system reserves, and nothing beside the output folder. */
function checkPaths({ files, strays, diagnostics }: Generated): void {
  expect(diagnostics.filter((each) => each.severity === "error")).toEqual([]);
  expect(strays).toEqual([]);
  const paths = [...files.keys()].filter((path) => path !== ".specwright.json");
  expect(paths.length).toBeGreaterThan(15);
  const odd = paths.filter(
    (path) =>
      !/^(src\/([a-z-]+\/){0,2})?[\w$-]{1,100}\.(ts|md|json)$/.test(path) ||
      /(^|\/)(con|prn|aux|nul|com\d|lpt\d)\./i.test(path) ||
      /(^|\/)-/.test(path),
  );
  expect(odd).toEqual([]);
  // Some file systems ignore case.
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
}
