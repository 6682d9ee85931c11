/** File names come from names of a description, and stay below the output folder on every file system. */
import { describe, expect, test } from "vitest";
import { generateFrom } from "./generate-from.js";

const schema = { type: "object", properties: { a: { type: "string" } } };
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

describe.each(names.map((name) => ({ name, title: JSON.stringify(name.slice(0, 30)) })))(
  "$title",
  ({ name }) => {
    test("names a schema", async () => {
      checkPaths(
        await generateFrom({
          openapi: "3.1.0",
          info: { title: "Names", version: "1.0.0" },
          paths: {},
          components: {
            schemas: { [name]: schema, Other: { $ref: "#/components/schemas/Sound" }, Sound: schema },
          },
        }),
      );
    });

    test("names a resource and an operation", async () => {
      checkPaths(
        await generateFrom({
          openapi: "3.1.0",
          info: { title: name, version: "1.0.0" },
          paths: {
            "/a": { get: { tags: [name], operationId: name, responses } },
            "/b": { get: { tags: ["sound"], responses } },
          },
        }),
      );
    });
  },
);

test("names that differ by case only, or by what file names leave out, have files of their own", async () => {
  const alike = ["FooBar", "fooBar", "foo_bar", "foo-bar", "FOOBAR", "foo bar", "foo.bar"];
  const { files } = await generateFrom({
    openapi: "3.1.0",
    info: { title: "Names", version: "1.0.0" },
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
  expect(new Set([...files.keys()].map((path) => path.toLowerCase())).size).toBe(files.size);
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
  expect(paths.length).toBeGreaterThan(20);
  const odd = paths.filter(
    (path) =>
      !/^(src\/([a-z]+\/){0,2})?[\w$-]{1,100}\.(ts|md|json)$/.test(path) ||
      /(^|\/)(con|prn|aux|nul|com\d|lpt\d)\./i.test(path) ||
      /(^|\/)-/.test(path),
  );
  expect(odd).toEqual([]);
}
