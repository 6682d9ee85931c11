import { describe, expect, test } from "vitest";
import type { ApiClient, CallOptions, ClientOptions } from "../../generator/runtime/client.js";
import type { Issue } from "../../generator/runtime/issue.js";
import type { OperationChecks } from "../../generator/runtime/route.js";
import type { Exchange, validation as Validation } from "../../generator/runtime/validation.js";
import { describing, emittedPackage, getting, taking } from "../support/emitted-package.js";
import { eachTestHasAServer, json } from "../support/server.js";
import { failureOf } from "../unit/runtime/thing.js";

const thing = {
  type: "object",
  required: ["id", "kind"],
  properties: { id: { type: "integer" }, kind: { enum: ["a", "b"] }, name: { type: "string", maxLength: 3 } },
  additionalProperties: false,
};
const parameters = [
  { name: "id", in: "path", required: true, schema: { type: "integer", minimum: 1 } },
  { name: "sort", in: "query", schema: { enum: ["up", "down"] } },
  { name: "X-Tag", in: "header", schema: { type: "string", maxLength: 3 } },
];
const { index, checks } = await emittedPackage(
  describing({
    "/things": { post: taking("createThing", thing, thing), head: { operationId: "probe", responses: {} } },
    "/things/{id}": {
      get: getting("fetchThing", thing, { parameters }),
      delete: {
        operationId: "removeThing",
        parameters: parameters.slice(0, 1),
        responses: {
          204: { description: "" },
          404: { description: "" },
          default: { description: "", content: { "application/json": { schema: thing } } },
        },
      },
    },
  }),
  ["index", "checks"],
);
type Call = (
  client: ApiClient,
  params?: object,
  options?: CallOptions,
) => Promise<unknown> & { result(): Promise<object>; response(): Promise<Response> };
const { createClient, fetchThing, createThing, removeThing } = index as {
  readonly createClient: (options: ClientOptions) => ApiClient;
} & Readonly<Record<"fetchThing" | "createThing" | "removeThing", Call>>;
const { validation, allChecks, fetchThingChecks } = checks as {
  readonly validation: typeof Validation;
  readonly allChecks: readonly OperationChecks[];
  readonly fetchThingChecks: OperationChecks;
};

const server = eachTestHasAServer();
const clientOf = (
  options: Parameters<typeof Validation>[1],
  answer: unknown = { id: 1, kind: "a" },
  status: number = 200,
): ApiClient => {
  server().answer(() => json(answer, status));
  return createClient({ baseUrl: server().origin, validation: validation(allChecks, options) });
};
const issuesOf = async (
  call: PromiseLike<unknown>,
): Promise<readonly (readonly [path: string, code: string])[]> => {
  const error = (await failureOf(call)) as { readonly issues: readonly Issue[] };
  return error.issues.map((each) => [each.path.join("."), each.code]);
};

describe("a request that is not as described", () => {
  test("is not sent, and each issue says where in the parameters it is", async () => {
    const client = clientOf({});
    const params = { id: 0, sort: "sideways", "X-Tag": "four" };
    expect(await issuesOf(fetchThing(client, params))).toEqual([
      ["id", "minimum"],
      ["sort", "enum"],
      ["X-Tag", "maxLength"],
    ]);
    expect(await issuesOf(createThing(client, { body: { id: 1, kind: "a", name: "four" } }))).toEqual([
      ["body.name", "maxLength"],
    ]);
    expect(server().requests).toEqual([]);
  });

  test("rejects the call as a ValidationError, whichever way its answer is taken", async () => {
    const call = fetchThing(clientOf({}), { id: 0 });
    for (const each of [call, call.result(), call.response()]) {
      const error = await failureOf(each);
      expect(error).toMatchObject({ name: "ValidationError" });
      expect(error).toBeInstanceOf(checks["ValidationError"]);
      expect(error).not.toHaveProperty("status");
    }
  });

  test("lacks what is required", async () => {
    expect(await issuesOf(fetchThing(clientOf({}), {}))).toEqual([["id", "required"]]);
    expect(await issuesOf(createThing(clientOf({}), {}))).toEqual([["body", "required"]]);
  });

  test("has places in the description", async () => {
    const error = (await failureOf(fetchThing(clientOf({}), { id: 0 }))) as {
      readonly issues: readonly Issue[];
    };
    expect(error.issues[0]?.schema).toBe("#/paths/~1things~1{id}/get/parameters/0/schema");
  });

  test("may have what the client's defaults give", async () => {
    const client = { ...clientOf({}), defaults: { id: 7, unknown: true } };
    expect(await fetchThing(client, {})).toEqual({ id: 1, kind: "a" });
    expect(await issuesOf(fetchThing({ ...client, defaults: { id: 0 } }, {}))).toEqual([["id", "minimum"]]);
  });
});

describe("a tolerant check", () => {
  test("of requests sends what a later description may allow, and reports it", async () => {
    const told: [string, string, Exchange][] = [];
    const client = clientOf({
      request: "tolerant",
      report: (issue, exchange) => void told.push([issue.path.join("."), issue.code, exchange]),
    });
    await createThing(client, { body: { id: 1, kind: "c", colour: "red" } });
    const exchange = { method: "POST", path: "/things" };
    expect(told.sort()).toEqual([
      ["body.colour", "additionalProperties", exchange],
      ["body.kind", "enum", exchange],
    ]);
    expect(await issuesOf(createThing(client, { body: { id: "1", kind: "c" } }))).toEqual([
      ["body.id", "type"],
    ]);
  });

  test("of answers is the usual one: what is new is reported with the status, what is wrong is thrown", async () => {
    const told: [string, string, Exchange][] = [];
    const report = (issue: Issue, exchange: Exchange): void =>
      void told.push([issue.path.join("."), issue.code, exchange]);
    const newer = { id: 1, kind: "c", colour: "red" };
    expect(await fetchThing(clientOf({ report }, newer), { id: 1 })).toEqual(newer);
    const exchange = { method: "GET", path: "/things/{id}", status: 200 };
    expect(told.sort()).toEqual([
      ["colour", "additionalProperties", exchange],
      ["kind", "enum", exchange],
    ]);
    expect(await issuesOf(fetchThing(clientOf({ report }, { id: "1", kind: "c" }), { id: 1 }))).toEqual([
      ["id", "type"],
    ]);
  });
});

describe("an answer that is not as described", () => {
  test("is thrown with its status, headers and body", async () => {
    const client = clientOf({ response: "strict" }, { id: 1, kind: "c" });
    const error = await failureOf(fetchThing(client, { id: 1 }));
    expect(error).toBeInstanceOf(checks["ResponseValidationError"]);
    expect(error).toBeInstanceOf(checks["ValidationError"]);
    expect(error).toMatchObject({ status: 200, body: { id: 1, kind: "c" } });
    expect((error as { headers: Headers }).headers.get("content-type")).toBe("application/json");
  });

  test("is thrown by the result as well, and not by the bare response", async () => {
    const client = clientOf({}, "text");
    expect(await issuesOf(fetchThing(client, { id: 1 }).result())).toEqual([["", "type"]]);
    expect((await fetchThing(client, { id: 1 }).response()).status).toBe(200);
  });

  test("may be an error, which is checked by its own status", async () => {
    expect(await failureOf(fetchThing(clientOf({}, { message: "no" }, 404), { id: 1 }))).toMatchObject({
      name: "ApiError",
      status: 404,
    });
    expect(await failureOf(fetchThing(clientOf({}, { id: 1, kind: "a" }, 404), { id: 1 }))).toMatchObject({
      name: "ResponseValidationError",
      status: 404,
    });
  });

  test("may be a page of an error that nobody described", async () => {
    const client = clientOf({});
    server().answer(() => ({ status: 404, headers: { "content-type": "text/html" }, body: "<p>" }));
    expect(await failureOf(fetchThing(client, { id: 1 }))).toMatchObject({ name: "ApiError", body: "<p>" });
  });

  test("is none where no body is documented: `default` speaks of other statuses", async () => {
    const client = clientOf({ response: "strict" });
    server().answer(() => ({ status: 204 }));
    expect(await removeThing(client, { id: 1 })).toBeUndefined();
    server().answer(() => json({ detail: "gone" }, 404));
    expect(await removeThing(client, { id: 1 }).result()).toMatchObject({
      status: 404,
      body: { detail: "gone" },
    });
    server().answer(() => json({}, 500));
    expect(await issuesOf(removeThing(client, { id: 1 }).result())).toHaveLength(2);
  });

  test("may lack its body, which no validator needs to be asked for", async () => {
    const client = clientOf({});
    server().answer(() => ({ status: 200 }));
    expect(await failureOf(fetchThing(client, { id: 1 }))).toMatchObject({ name: "ResponseError", body: "" });
  });
});

describe("validation", () => {
  test("can be off on either side", async () => {
    expect(await fetchThing(clientOf({ request: "off" }), { id: 0 })).toEqual({ id: 1, kind: "a" });
    expect(await fetchThing(clientOf({ response: "off" }, "text"), { id: 1 })).toBe("text");
  });

  test("of a call stands in for that of its client", async () => {
    const strict = { validation: validation(fetchThingChecks, { response: "strict" }) };
    const plain = createClient({ baseUrl: server().origin });
    server().answer(() => json({ id: 1, kind: "c" }));
    expect(await issuesOf(fetchThing(plain, { id: 1 }, strict))).toEqual([["kind", "enum"]]);
    expect(
      await fetchThing(clientOf({}, { id: 1, kind: "c" }), { id: 0 }, { validation: validation([]) }),
    ).toEqual({
      id: 1,
      kind: "c",
    });
  });

  test("leaves alone the calls of operations whose checks it was not given", async () => {
    server().answer(() => json("text"));
    const client = createClient({ baseUrl: server().origin, validation: validation(fetchThingChecks) });
    expect(await createThing(client, { body: 7 })).toBe("text");
  });
});
