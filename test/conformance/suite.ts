/** The JSON Schema Test Suite for draft 2020-12, as it lies beside the repository. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Json, JsonObject } from "../../generator/json.js";

export const suiteFolder: string = fileURLToPath(
  new URL("../../../shared/json-schema-test-suite/", import.meta.url),
);

export const isPresent: boolean = existsSync(suiteFolder);

/** A schema and the values that it is asked about. */
export interface Case {
  readonly description: string;
  readonly schema: Json;
  readonly tests: readonly Test[];
}

export interface Test {
  readonly description: string;
  readonly data: Json;
  readonly valid: boolean;
}

const casesFolder = `${suiteFolder}draft2020-12/`;
const remotesFolder = `${suiteFolder}remotes/`;

/** Where the metaschema of 2020-12 and its vocabularies lie: the suite expects everybody to have them. */
const metaschemaFolder = fileURLToPath(
  new URL("../../node_modules/ajv/dist/refs/json-schema-2020-12/", import.meta.url),
);

/** Every file of the suite, relative to the draft's folder; none where the suite is absent. */
export const suiteFiles: readonly string[] = jsonFiles(casesFolder);

export const isRequired = (file: string): boolean => !file.startsWith("optional/");

export const readCases = (file: string): readonly Case[] =>
  readJson(`${casesFolder}${file}`) as readonly Case[];

/** The documents that cases refer to, by the address where they expect to retrieve them. */
export function readRemotes(): ReadonlyMap<string, JsonObject> {
  const remotes = jsonFiles(remotesFolder).map(
    (file) => [`http://localhost:1234/${file}`, readObject(`${remotesFolder}${file}`)] as const,
  );
  const annotation = readObject(`${metaschemaFolder}meta/format-annotation.json`);
  const metaschemas = jsonFiles(metaschemaFolder).map((file) => readObject(`${metaschemaFolder}${file}`));
  return new Map([
    ...remotes,
    ...[...metaschemas, assertFormats(annotation)].map((each) => [each["$id"] as string, each] as const),
  ]);
}

/** The vocabulary format-assertion, which has the keyword of format-annotation (Validation, section 7.2.2). */
const assertFormats = (annotation: JsonObject): JsonObject =>
  JSON.parse(JSON.stringify(annotation).replaceAll("format-annotation", "format-assertion")) as JsonObject;

function jsonFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const readObject = (path: string): JsonObject => readJson(path) as JsonObject;
