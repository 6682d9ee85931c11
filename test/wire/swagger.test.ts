/** What a client of a Swagger 2.0 description sends: collection formats, forms, files and credentials. */
import { expect, test } from "vitest";
import type { ApiClient, ClientOptions } from "../../generator/runtime/client.js";
import { parseSource } from "../../generator/load/source.js";
import { fromSwagger } from "../../generator/load/swagger.js";
import { emittedPackage } from "../support/emitted-package.js";
import { eachTestHasAServer } from "../support/server.js";

const list = (place: string, name: string, collectionFormat?: string): object => ({
  ...{ name, in: place, type: "array", items: { type: "string" } },
  ...(collectionFormat && { collectionFormat }),
});
const operation = (operationId: string, parameters: readonly object[], more: object = {}): object => ({
  operationId,
  parameters,
  responses: { 204: { description: "" } },
  ...more,
});
const description = {
  swagger: "2.0",
  info: { title: "Things", version: "1" },
  host: "things.example",
  basePath: "/v1",
  securityDefinitions: { key: { type: "apiKey", in: "query", name: "k" }, user: { type: "basic" } },
  paths: {
    "/things/{ids}": {
      get: operation("find", [
        { ...list("path", "ids", "csv"), required: true },
        list("query", "a"),
        list("query", "b", "multi"),
        list("query", "c", "ssv"),
        list("query", "d", "pipes"),
        list("header", "X-E"),
      ]),
    },
    "/forms": {
      post: operation(
        "send",
        [
          { name: "t", in: "formData", type: "string" },
          list("formData", "a"),
          list("formData", "b", "multi"),
        ],
        { security: [{ key: [], user: [] }] },
      ),
    },
    "/files": {
      post: operation("upload", [
        { name: "f", in: "formData", type: "file", required: true },
        { name: "n", in: "formData", type: "integer" },
      ]),
    },
  },
};
const loaded = await parseSource("openapi.json", JSON.stringify(description));
if ("diagnostics" in loaded) throw new Error("bug: JSON that does not parse");
const { source } = loaded;
const whole = { ...source, documents: [{ uri: source.uri, pointer: "" }], others: [] };
const { data } = fromSwagger(whole).description;
const { index } = await emittedPackage(data as object, ["index"]);
type Call = (client: ApiClient, params: object) => Promise<unknown>;
const { createClient, find, send, upload } = index as {
  readonly createClient: (options: ClientOptions & { readonly auth: object }) => ApiClient;
} & Readonly<Record<"find" | "send" | "upload", Call>>;

const server = eachTestHasAServer();
function client(): ApiClient {
  server().answer(() => ({ status: 204 }));
  const auth = { key: "secret", user: { username: "u", password: "p" } };
  return createClient({ baseUrl: `${server().origin}/v1`, auth });
}

test("arrays are joined as their collection formats say", async () => {
  const two = ["x y", "z"];
  await find(client(), { ids: two, a: two, b: two, c: ["x", "z"], d: two, "X-E": ["1", "2"] });
  const [request] = server().requests;
  expect(request?.target).toBe("/v1/things/x%20y,z?b=x%20y&b=z&a=x%20y,z&c=x%20z&d=x%20y%7Cz");
  expect(request?.headers["x-e"]).toBe("1,2");
});

test("forms join arrays unless they repeat their names, and credentials of two kinds go along", async () => {
  await send(client(), { body: { t: "a b", a: ["1", "2"], b: ["1", "2"] } });
  const [request] = server().requests;
  expect(request?.target).toBe("/v1/forms?k=secret");
  expect(request?.headers.authorization).toBe(`Basic ${btoa("u:p")}`);
  expect(request?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  expect(String(request?.body)).toBe("t=a+b&a=1,2&b=1&b=2");
});

test("files go out as parts", async () => {
  await upload(client(), { body: { f: new File(["hello"], "f.txt", { type: "text/plain" }), n: 1 } });
  const [request] = server().requests;
  const form = await new Response(request?.body as BodyInit, {
    headers: { "content-type": request?.headers["content-type"] ?? "" },
  }).formData();
  const file = form.get("f") as File;
  expect([file.name, file.type, await file.text(), form.get("n")]).toEqual([
    "f.txt",
    "text/plain",
    "hello",
    "1",
  ]);
});
