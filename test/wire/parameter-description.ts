/** A description with one operation for each way of writing a parameter. */
import { emit } from "../property/emit.js";
import { type Namespace, loadPackage } from "../support/load-package.js";

/** One parameter of one operation. */
export interface Written {
  readonly operationId: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly name: string;
  /** The fields of the parameter beside its name and place. */
  readonly fields: object;
  /** `{name}` stands for the parameter in a path. */
  readonly path?: string;
}

export interface WirePackage {
  readonly operations: Namespace;
  readonly routes: Namespace;
  readonly createClient: (options: object) => object;
  readonly runtime: Namespace;
}

export function describeParameters(all: readonly Written[]): object {
  const paths = all.map((each) => {
    const path = each.path ?? (each.in === "path" ? `/{${each.name}}` : "/");
    const operation = {
      operationId: each.operationId,
      tags: ["wire"],
      parameters: [
        { name: each.name, in: each.in, ...(each.in === "path" ? { required: true } : {}), ...each.fields },
      ],
      responses: { "204": { description: "Done." } },
    };
    return [`/${each.operationId}${path}`, { get: operation }] as const;
  });
  return { openapi: "3.1.0", info: { title: "Wire", version: "1" }, paths: Object.fromEntries(paths) };
}

/** The package of the description, compiled and imported. */
export async function loadWire(all: readonly Written[]): Promise<WirePackage> {
  const { files, diagnostics } = await emit(describeParameters(all));
  if (files === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  const loaded = await loadPackage(files, [
    "operations/wire",
    "handlers/wire",
    "create-client",
    "runtime/handle",
  ]);
  return {
    operations: loaded["operations/wire"],
    routes: loaded["handlers/wire"],
    createClient: loaded["create-client"]["createClient"] as WirePackage["createClient"],
    runtime: loaded["runtime/handle"],
  };
}

export type Operation = (
  client: object,
  params: object,
) => Promise<unknown> & {
  result(): Promise<{ readonly status: number; readonly body: unknown }>;
};
