/** Descriptions of several documents, loaded and lowered. */
import { join } from "node:path";
import { SpecError } from "../../generator/index.js";
import type { JsonObject } from "../../generator/json.js";
import { type Access, type Description, loadDocuments } from "../../generator/load/documents.js";
import { loadSource } from "../../generator/load/source.js";
import type { Api } from "../../generator/model/api.js";
import { canonical, lower } from "../../generator/model/lower.js";
import { folderOf } from "./files.js";

/** How a description begins. */
export const start = 'openapi: 3.1.0\ninfo: { title: Zoo, version: "1" }\n';

const closed: Access = { folders: [], hosts: new Set(), headers: {}, origin: undefined, offline: false };

/** The description `openapi.yaml` among some files. */
export async function described(
  files: Readonly<Record<string, string>>,
  access: Partial<Access> = {},
): Promise<Description> {
  const folder = await folderOf(files);
  const loaded = await loadSource(join(folder, "openapi.yaml"));
  if ("diagnostics" in loaded) throw new SpecError(loaded.diagnostics);
  const result = await loadDocuments(loaded.source, { ...closed, folders: [folder], ...access });
  if ("diagnostics" in result) throw new SpecError(result.diagnostics);
  return result.description;
}

/** What lowering makes of it, and what it reports as `file:line:column code`, without the folder. */
export async function lowered(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly api: Api; readonly reported: readonly string[] }> {
  const { data, documents, locate } = await described(files);
  const reported: string[] = [];
  const api = lower(
    canonical(data as JsonObject),
    "3.1",
    (code, pointer) => {
      const { file, line, column } = locate(pointer);
      reported.push(`${file.replace(/^.*specwright-load-\w+\//, "")}:${line}:${column} ${code}`);
    },
    { documents },
  );
  return { api, reported };
}

export const names = ({ schemas }: Api): readonly string[] => [...schemas.values()].map((each) => each.name);

/** The codes and messages of what is wrong. */
export async function problems(work: Promise<unknown>): Promise<readonly string[]> {
  const failure: unknown = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(failure instanceof SpecError)) throw new Error("nothing is wrong");
  return failure.diagnostics.map((each) => `${each.code} ${each.message.replace(/^.*?: /, "")}`);
}

/** A description whose one schema is a reference. */
export const schema = (ref: string): string => `${start}components: { schemas: { A: { $ref: "${ref}" } } }`;
