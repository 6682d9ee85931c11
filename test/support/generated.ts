/** A package of a description that stands in a test, as its users would import it. */
import { emit } from "../property/emit.js";
import { type Namespace, loadPackage } from "./load-package.js";

/** A call as a generated function makes it. */
export interface Call extends Promise<unknown> {
  result(): Promise<{ readonly status: number; readonly body: unknown }>;
  response(): Promise<Response>;
}

type Client = Readonly<Record<string, unknown>>;

export interface Generated<Entry extends string> {
  readonly modules: Readonly<Record<Entry | "index", Namespace>>;
  readonly createClient: (options: object) => Client;
  /** Calls an operation by its name. */
  readonly call: (name: string, client: Client, params?: object, options?: object) => Call;
}

/** Throws what is wrong with the description, where it cannot be generated from. */
export async function generated<const Entry extends string = never>(
  document: object,
  ...entries: readonly Entry[]
): Promise<Generated<Entry>> {
  const { files, diagnostics } = await emit({
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: {},
    ...document,
  });
  if (files === undefined) throw new Error(diagnostics.map((each) => each.message).join("\n"));
  const modules = await loadPackage(files, ["index", ...entries]);
  const exported = modules.index;
  return {
    modules,
    createClient: exported["createClient"] as (options: object) => Client,
    call: (name, client, params, options) =>
      (exported[name] as (...args: unknown[]) => Call)(client, params, options),
  };
}

/** What a promise is rejected with. */
export async function failureOf(promise: PromiseLike<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error("it did not fail");
}

const done = { "200": { description: "Done.", content: { "application/json": {} } } };

/** A `get` without parameters, called `name`. */
export const get = (name: string, more: object = {}): object => ({
  get: { operationId: name, responses: done, ...more },
});

/** A `post` of JSON, called `name`. */
export const post = (name: string, more: object = {}): object => ({
  post: {
    operationId: name,
    requestBody: { required: true, content: { "application/json": {} } },
    responses: done,
    ...more,
  },
});
