/** Descriptions of Swagger 2.0, converted. */
import { join } from "node:path";
import type { Json, JsonObject } from "../../generator/json.js";
import { loadDocuments } from "../../generator/load/documents.js";
import { loadSource } from "../../generator/load/source.js";
import { fromSwagger } from "../../generator/load/swagger.js";
import { folderOf } from "./files.js";

export interface Converted {
  readonly data: JsonObject;
  /** Where a pointer of the result was written: `line:column`, with the file where it is another. */
  readonly place: (pointer: string) => string;
  /** `line:column code` each. */
  readonly reported: readonly string[];
}

export async function converted(
  description: object,
  files: Readonly<Record<string, string>> = {},
): Promise<Converted> {
  const text = JSON.stringify({ swagger: "2.0", info: {}, ...description }, null, 1);
  const folder = await folderOf({ "openapi.json": text, ...files });
  const loaded = await loadSource(join(folder, "openapi.json"));
  if ("diagnostics" in loaded) throw new Error("bug: JSON that does not parse");
  const access = {
    folders: [folder],
    hosts: new Set<string>(),
    headers: {},
    origin: undefined,
    offline: true,
  };
  const whole = await loadDocuments(loaded.source, access);
  if ("diagnostics" in whole) throw new Error(whole.diagnostics.map((each) => each.message).join());
  const { description: result, diagnostics } = fromSwagger(whole.description);
  return {
    data: result.data as JsonObject,
    place: (pointer) => {
      const { file, line } = result.locate(pointer);
      const lines = (files[file.replace(/^.*\//, "")] ?? text).split("\n");
      return (lines[line - 1] ?? "").trim().replace(/,$/, "");
    },
    reported: diagnostics.map((each) => `${each.line}:${each.column} ${each.code}`),
  };
}

/** What becomes of the parameters of an operation. */
export async function operation(...parameters: readonly object[]): Promise<Json> {
  return (await operationOf({ parameters })) as Json;
}

export async function operationOf(fields: object, more: object = {}): Promise<unknown> {
  const { data } = await converted({ ...more, paths: { "/a": { post: { responses: {}, ...fields } } } });
  return (data["paths"] as { readonly "/a": { readonly post: object } })["/a"].post;
}
