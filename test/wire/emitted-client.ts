/** An emitted client of a description, that calls a server on this machine. */
import { emit } from "../property/emit.js";
import { type Namespace, loadPackage } from "../support/load-package.js";

export type Call = Promise<unknown> & {
  result(): Promise<{ readonly status: number; readonly ok: boolean; readonly body: unknown }>;
  response(): Promise<Response>;
};

export interface EmittedClient {
  readonly call: (origin: string, operation: string, params?: object, options?: object) => Call;
  readonly namespace: Namespace;
}

/** Emits and loads the package of a description, whose operations all belong to the resource `all`. */
export async function emittedClient(document: object): Promise<EmittedClient> {
  const { files, diagnostics } = await emit(document);
  if (files === undefined) throw new Error(JSON.stringify(diagnostics, undefined, 2));
  const loaded = await loadPackage(files, ["operations/all", "create-client", "index"]);
  const createClient = loaded["create-client"]["createClient"] as (options: object) => object;
  const operations = loaded["operations/all"] as Readonly<
    Record<string, (client: object, params: object, options?: object) => Call>
  >;
  return {
    namespace: loaded.index,
    call: (origin, name, params = {}, options) =>
      (operations[name] as NonNullable<(typeof operations)[string]>)(
        createClient({ baseUrl: origin }),
        params,
        options,
      ),
  };
}

/** A description of operations by their names: each is a POST with a body, or a GET. */
export function describedBy(operations: Readonly<Record<string, object>>, schemas: object = {}): object {
  const paths = Object.entries(operations).map(([operationId, operation]) => [
    `/${operationId}`,
    {
      ["requestBody" in operation ? "post" : "get"]: {
        operationId,
        tags: ["all"],
        responses: { default: { description: "" } },
        ...operation,
      },
    },
  ]);
  return {
    openapi: "3.1.0",
    info: { title: "Wire", version: "1" },
    paths: Object.fromEntries(paths) as object,
    components: { schemas },
  };
}

/** A required body of some media types. */
export const body = (content: object, required: boolean = true): object => ({
  requestBody: { required, content },
});

/** Answers with content, by status. */
export const answers = (byStatus: Readonly<Record<string, object>>): object => ({
  responses: Object.fromEntries(
    Object.entries(byStatus).map(([status, content]) => [status, { description: "", content }]),
  ),
});
