/** What a change of a webhook or a callback means for those who receive it: they read what comes, and write the answers. */
import { type Row, calling, thereAndBack } from "./compared.js";

const content = (schema: object): object => ({ content: { "application/json": { schema } } });
const text = { type: "string" };
const none = { openapi: "3.1.0", info: { title: "It", version: "1" }, webhooks: {} };
const receiving = (operation: object, name = "came", method = "post"): object => ({
  ...none,
  webhooks: { [name]: { [method]: { responses: {}, ...operation } } },
});
const bringing = (schema: object): object => receiving({ requestBody: content(schema) });
const headed = (name: string, more: object = {}): object =>
  receiving({ parameters: [{ name, in: "header", schema: text, ...more }] });
const answered = (...statuses: readonly string[]): object =>
  receiving({
    responses: Object.fromEntries(statuses.map((each) => [each, { description: "", ...content(text) }])),
  });
const callingBack = (operation: object): object =>
  calling({
    callbacks: { done: { "{$request.body#/url}": { post: { responses: {}, ...operation } } } },
  });

const rows: readonly Row[] = [
  [
    "a webhook",
    none,
    receiving({}),
    ["compatible webhook-added came: POST"],
    ["breaking webhook-removed came: POST"],
  ],
  [
    "a callback",
    calling({}),
    callingBack({}),
    ["compatible webhook-added callItDone: POST"],
    ["breaking webhook-removed callItDone: POST"],
  ],
  [
    "its name in the package",
    receiving({ operationId: "a" }),
    receiving({ operationId: "b" }),
    ["breaking webhook-renamed b: a → b"],
    ["breaking webhook-renamed a: b → a"],
  ],
  [
    "its name in the description",
    receiving({}),
    receiving({}, "went"),
    ["breaking webhook-removed came: POST", "compatible webhook-added went: POST"],
    ["breaking webhook-removed went: POST", "compatible webhook-added came: POST"],
  ],
  [
    "where it stands, of one that keeps its name",
    receiving({ operationId: "a" }),
    receiving({ operationId: "a" }, "went"),
    [],
    [],
  ],
  [
    "its method",
    receiving({}),
    receiving({}, "came", "put"),
    ["breaking webhook-method-changed came: POST → PUT"],
    ["breaking webhook-method-changed came: PUT → POST"],
  ],
  [
    "what is said of it",
    receiving({ summary: "A" }),
    receiving({ summary: "B" }),
    ["docs docs-changed came: summary"],
    ["docs docs-changed came: summary"],
  ],
  [
    "a payload",
    receiving({}),
    bringing(text),
    ["compatible payload-added came payload: body"],
    ["breaking payload-removed came payload: body"],
  ],
  [
    "another payload",
    bringing(text),
    bringing({ type: "number" }),
    ["breaking type-changed CamePayload: string → number"],
    ["breaking type-changed CamePayload: number → string"],
  ],
  [
    "a property of a payload, which is read",
    bringing({ type: "object", properties: { a: text }, required: ["a"] }),
    bringing({ type: "object", properties: { a: text } }),
    ["breaking property-optional CamePayload.a: a"],
    ["compatible property-required CamePayload.a: a"],
  ],
  [
    "the payload of a callback",
    callingBack({ requestBody: content(text) }),
    callingBack({ requestBody: content({ type: ["string", "null"] }) }),
    ["breaking null-added CallItDonePayload: null"],
    ["compatible null-removed CallItDonePayload: null"],
  ],
  [
    "a parameter",
    receiving({}),
    headed("X-A"),
    ["compatible webhook-parameter-added came X-A: header X-A"],
    ["breaking webhook-parameter-removed came X-A: header X-A"],
  ],
  [
    "a parameter by another name",
    headed("X-A"),
    headed("X-B"),
    [
      "breaking webhook-parameter-removed came X-A: header X-A",
      "compatible webhook-parameter-added came X-B: header X-B",
    ],
    [
      "breaking webhook-parameter-removed came X-B: header X-B",
      "compatible webhook-parameter-added came X-A: header X-A",
    ],
  ],
  [
    "whether a parameter comes",
    headed("X-A"),
    headed("X-A", { required: true }),
    ["compatible webhook-parameter-required came X-A: header X-A"],
    ["breaking webhook-parameter-optional came X-A: header X-A"],
  ],
  [
    "the type of a parameter",
    headed("X-A"),
    headed("X-A", { schema: { type: "integer" } }),
    ["breaking type-changed came X-A: string → integer"],
    ["breaking type-changed came X-A: integer → string"],
  ],
  [
    "how a parameter is read",
    headed("X-A", { schema: { type: "object" } }),
    headed("X-A", { schema: { type: "object" }, explode: true }),
    ["compatible webhook-parameter-read-otherwise came X-A: simple → simple, exploded"],
    ["compatible webhook-parameter-read-otherwise came X-A: simple, exploded → simple"],
  ],
  [
    "an answer",
    answered("200"),
    answered("200", "202"),
    ["compatible answer-added came 202: 202"],
    ["breaking answer-removed came 202: 202"],
  ],
  [
    "what an answer is, which is written",
    receiving({ responses: { 200: { description: "", ...content(text) } } }),
    receiving({ responses: { 200: { description: "", ...content({ type: ["string", "null"] }) } } }),
    ["compatible null-added CameAnswer200: null"],
    ["breaking null-removed CameAnswer200: null"],
  ],
];

thereAndBack(rows);
