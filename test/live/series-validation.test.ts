/** Validation at the edge of bodies and answers that are a series: each item is checked on its own. */
import { expect, test } from "vitest";
import type { ApiClient, ClientOptions } from "../../generator/runtime/client.js";
import type { Issue } from "../../generator/runtime/issue.js";
import type { OperationChecks } from "../../generator/runtime/route.js";
import type { validation as Validation, ValidationOptions } from "../../generator/runtime/validation.js";
import { describing, emittedPackage } from "../support/emitted-package.js";
import { eachTestHasAServer } from "../support/server.js";
import { failureOf } from "../unit/runtime/thing.js";

const point = {
  type: "object",
  required: ["x"],
  properties: { x: { type: "integer" } },
  additionalProperties: false,
};
const answering = (operationId: string, content: object): object => ({
  operationId,
  responses: { 200: { description: "", content } },
});
const { index, checks } = await emittedPackage(
  describing({
    "/lines": {
      get: answering("readLines", { "application/jsonl": { schema: point } }),
      post: {
        ...answering("writeLines", {}),
        requestBody: { content: { "application/jsonl": { schema: point } } },
      },
    },
    "/events": { post: answering("readEvents", { "text/event-stream": { schema: point } }) },
    "/loose": {
      post: answering("readLoose", {
        "text/event-stream": { schema: { oneOf: [point, { const: "[DONE]" }] } },
      }),
    },
  }),
  ["index", "checks"],
);
type Call = (client: ApiClient, params?: object) => Promise<AsyncIterable<unknown>>;
const { createClient, readLines, readEvents, readLoose, writeLines } = index as {
  readonly createClient: (options: ClientOptions) => ApiClient;
} & Readonly<Record<"readLines" | "readEvents" | "readLoose" | "writeLines", Call>>;
const { validation, allChecks } = checks as {
  readonly validation: typeof Validation;
  readonly allChecks: readonly OperationChecks[];
};

const server = eachTestHasAServer();

function clientOf(type: string, body: string, options: ValidationOptions = {}): ApiClient {
  server().answer(() => ({ headers: { "content-type": type }, body }));
  return createClient({ baseUrl: server().origin, validation: validation(allChecks, options) });
}

/** The items until something is wrong, and the path and code of what that is. */
async function taken(call: Promise<AsyncIterable<unknown>>): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  try {
    for await (const each of await call) found.push(each);
  } catch (error) {
    const { name, issues } = error as { readonly name: string; readonly issues: readonly Issue[] };
    found.push(`${name}: ${issues.map((each) => `${each.path.join(".")} ${each.code}`).join()}`);
  }
  return found;
}

const wrong = "ResponseValidationError: x type";

test.each([
  ["lines", readLines, "application/jsonl", '{"x":1}\n{"x":"2"}\n{"x":3}\n', [{ x: 1 }, wrong]],
  [
    "the data of events",
    readEvents,
    "text/event-stream",
    'data: {"x":1}\n\ndata: {"x":"2"}\n\n',
    [{ event: "message", data: { x: 1 }, id: "" }, wrong],
  ],
  [
    "data, but for texts that end them",
    readLoose,
    "text/event-stream",
    "data: [DONE]\n\n",
    [{ event: "message", data: "[DONE]", id: "" }],
  ],
] as const)("of an answer: %s", async (_, call, type, body, expected) => {
  expect(await taken(call(clientOf(type, body)))).toEqual(expected);
});

test("tolerance is that of answers", async () => {
  const reported: string[] = [];
  const report = (issue: Issue): void => void reported.push(`${issue.path.join(".")} ${issue.code}`);
  const lines = '{"x":1,"y":2}\n';
  expect(await taken(readLines(clientOf("application/jsonl", lines, { report })))).toEqual([{ x: 1, y: 2 }]);
  expect(reported).toEqual(["y additionalProperties"]);
  expect(await taken(readLines(clientOf("application/jsonl", lines, { response: "strict" })))).toEqual([
    "ResponseValidationError: y additionalProperties",
  ]);
});

test("of a request, where it is an array", async () => {
  const client = clientOf("application/json", "");
  const error = (await failureOf(writeLines(client, { body: [{ x: 1 }, { x: "2" }, {}] }))) as {
    readonly issues: readonly Issue[];
  };
  expect(error.issues.map((each) => `${each.path.join(".")} ${each.code}`)).toEqual([
    "body.1.x type",
    "body.2.x required",
  ]);
  expect(server().requests).toEqual([]);
});
