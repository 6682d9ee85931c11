/** `names.lock.json`: names that stay when the description moves, until somebody decides otherwise. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Config, type Diagnostic, SpecError, check, generate } from "../../generator/index.js";
import { folderOf } from "../load/files.js";

const describing = (operationId: string, schemas: string): string => `openapi: 3.1.0
info: { title: Zoo, version: "1" }
paths:
  /pets: { get: { operationId: ${operationId}, responses: { "204": { description: None. } } } }
components: { schemas: { ${schemas} } }
`;
const one = "pet_x: { type: string }";
const two = `Pet_x: { type: integer }, ${one}`;

/** An API of one operation; `more` stands beside it, and callbacks of `/pets` in it. */
const calling = (more: string, callbacks = "{}"): string => `openapi: 3.1.0
info: { title: Zoo, version: "1" }
paths:
  /pets: { post: { operationId: addPet, callbacks: ${callbacks}, responses: { "204": { description: None. } } } }
${more}
`;
const event = "{ post: { requestBody: { content: { application/json: { schema: { type: string } } } } } }";

interface Package {
  readonly describe: (text: string) => Promise<void>;
  readonly generate: () => Promise<readonly string[]>;
  readonly lock: () => Promise<Readonly<Record<string, string>>>;
  readonly webhooks: () => Promise<Readonly<Record<string, string>> | undefined>;
  readonly writeLock: (text: string) => Promise<void>;
  readonly config: Config;
}

/** A package with a lock; `generate` gives its warnings. */
async function packageOf(text: string): Promise<Package> {
  const folder = await folderOf({ "openapi.yaml": text });
  const config: Config = { input: join(folder, "openapi.yaml"), output: join(folder, "out"), lock: true };
  const path = join(folder, "out/names.lock.json");
  const shown = ({ code, message }: Diagnostic): string => `${code} ${message.replace(/^.*?: /, "")}`;
  const sections = async (): Promise<Partial<Record<string, Record<string, string>>>> =>
    JSON.parse(await readFile(path, "utf8")) as Partial<Record<string, Record<string, string>>>;
  return {
    config,
    describe: (next) => writeFile(config.input, next),
    generate: async () => (await generate(config)).diagnostics.map(shown),
    lock: async () => (await sections())["names"] ?? {},
    webhooks: async () => (await sections())["webhooks"],
    writeLock: (next) => writeFile(path, next),
  };
}

test("holds the names of operations and schemas, and is as it was after another run", async () => {
  const zoo = await packageOf(describing("listPets", one));
  await zoo.generate();
  const names = { "#/components/schemas/pet_x": "PetX", "#/paths/~1pets/get": "listPets" };
  expect(await zoo.lock()).toEqual(names);
  await zoo.describe(`${describing("listPets", one)}# Another text.\n`);
  await zoo.generate();
  expect(await zoo.lock()).toEqual(names);
  expect((await check(zoo.config)).changed).toEqual([]);
});

test("gives nobody's name to another", async () => {
  const zoo = await packageOf(describing("listPets", one));
  await zoo.generate();
  await zoo.describe(describing("listPets", two));
  await zoo.generate();
  expect(await zoo.lock()).toMatchObject({
    "#/components/schemas/pet_x": "PetX",
    "#/components/schemas/Pet_x": "PetXSchema",
  });
  const fresh = await packageOf(describing("listPets", two));
  await fresh.generate();
  expect(await fresh.lock()).toMatchObject({
    "#/components/schemas/pet_x": "PetXSchema",
    "#/components/schemas/Pet_x": "PetX",
  });
});

test("keeps a name that the description changes, with a warning, until its line is gone", async () => {
  const zoo = await packageOf(describing("listPets", one));
  await zoo.generate();
  await zoo.describe(describing("findPets", one));
  expect(await zoo.generate()).toEqual(["name-kept findPets would be its name now; it stays listPets"]);
  const names = Object.entries(await zoo.lock()).filter(([key]) => !key.startsWith("#/paths/"));
  await zoo.writeLock(JSON.stringify({ names: Object.fromEntries(names) }));
  expect(await zoo.generate()).toEqual([]);
  expect(await zoo.lock()).toMatchObject({ "#/paths/~1pets/get": "findPets" });
});

test("lets a name go with what had it", async () => {
  const zoo = await packageOf(describing("listPets", two));
  await zoo.generate();
  await zoo.describe(describing("listPets", "PetX: { type: boolean }"));
  await zoo.generate();
  expect(await zoo.lock()).toEqual({ "#/components/schemas/PetX": "PetX", "#/paths/~1pets/get": "listPets" });
});

test("holds the names of webhooks and callbacks in a section of their own, where there are some", async () => {
  const none = await packageOf(calling(""));
  await none.generate();
  expect(await none.webhooks()).toBeUndefined();
  const zoo = await packageOf(calling(`webhooks: { addPet: ${event} }`, `{ fed: { "{$url}": ${event} } }`));
  expect(await zoo.generate()).toEqual([]);
  const names = {
    "#/paths/~1pets/post/callbacks/fed/{$url}/post": "addPetFed",
    "#/webhooks/addPet/post": "addPet",
  };
  expect(await zoo.webhooks()).toEqual(names);
  expect(await zoo.lock()).toMatchObject({ "#/paths/~1pets/post": "addPet" });
  expect(await zoo.generate()).toEqual([]);
  expect((await check(zoo.config)).changed).toEqual([]);
});

test("gives no webhook's name to another, and keeps one that the description changes", async () => {
  const zoo = await packageOf(calling(`webhooks: { pet_x: ${event} }`));
  await zoo.generate();
  await zoo.describe(calling(`webhooks: { Pet_x: ${event}, pet_x: ${event} }`));
  await zoo.generate();
  expect(await zoo.webhooks()).toMatchObject({ "#/webhooks/pet_x/post": "petX" });
  await zoo.describe(
    calling(`webhooks: { pet_x: ${event.replace("{ post: {", "{ post: { operationId: fed,")} }`),
  );
  expect(await zoo.generate()).toEqual(["name-kept fed would be its name now; it stays petX"]);
  await zoo.describe(calling(""));
  await zoo.generate();
  expect(await zoo.webhooks()).toBeUndefined();
});

test("tells callbacks apart that refer to one", async () => {
  const ref = '{ $ref: "#/components/callbacks/Fed" }';
  const zoo = await packageOf(
    calling(`components: { callbacks: { Fed: { "{$url}": ${event} } } }`, `{ fed: ${ref}, washed: ${ref} }`),
  );
  await zoo.generate();
  const names = {
    "#/paths/~1pets/post/callbacks/fed/{$url}/post": "addPetFed",
    "#/paths/~1pets/post/callbacks/washed/{$url}/post": "addPetWashed",
  };
  expect(await zoo.webhooks()).toEqual(names);
  expect(await zoo.generate()).toEqual([]);
  expect(await zoo.webhooks()).toEqual(names);
});

test("tells paths apart that refer to one", async () => {
  const zoo = await packageOf(`openapi: 3.1.0
info: { title: Zoo, version: "1" }
paths: { /a: { $ref: "#/components/pathItems/One" }, /b: { $ref: "#/components/pathItems/One" } }
components: { pathItems: { One: { get: { responses: { "204": { description: None. } } } } } }
`);
  await zoo.generate();
  const names = await zoo.lock();
  expect(await zoo.generate()).toEqual([]);
  expect(await zoo.lock()).toEqual(names);
});

test.each([
  ['{ "names": {\n"#/a": "no name" } }', 2],
  ['{ "names": {\n"#/a": "a",\n"#/b": "a" } }', 3],
  ['{ "names": {},\n"webhooks": {\n"#/a": "no name" } }', 3],
  ['{ "names": {}, "webhooks": [] }', 1],
  ["{}", 1],
  ["{ ]", 1],
])("that is none is told of: %j", async (text, line) => {
  const zoo = await packageOf(describing("listPets", one));
  await zoo.generate();
  await zoo.writeLock(text);
  const failure: unknown = await generate(zoo.config).catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(SpecError);
  const [found] = (failure as SpecError).diagnostics;
  expect([found?.file.replace(/^.*\//, ""), found?.line]).toEqual(["names.lock.json", line]);
});
