/** What else changes for those who call: pages, headers of answers, servers, credentials, parts of bodies, names. */
import { expect, test } from "vitest";
import { diffApis } from "../../generator/diff/diff.js";
import { type Row, calling, modelOf, shown, thereAndBack } from "./compared.js";

const text = { type: "string" };
const json = (schema: object): object => ({ content: { "application/json": { schema } } });

const list = { type: "array", items: text };
const page = { type: "object", properties: { a: list, b: list, next: text, after: text } };
const paged = (paging?: object): object =>
  calling({
    parameters: [{ name: "cursor", in: "query", schema: text }],
    responses: { 200: { description: "", ...json(page) } },
    ...(paging && { "x-specwright": { paging } }),
  });
const byLink = { strategy: "next-link", items: "a", next: "next" };

const headed = (headers: object): object => calling({ responses: { 200: { description: "", headers } } });

const serving = (...servers: readonly object[]): object => calling({}, { servers });
const [one, two] = [{ url: "https://a.example" }, { url: "https://b.example" }];
const regional = (more: object): object =>
  serving({ url: "https://{region}.example", variables: { region: { default: "eu", ...more } } });

const authorized = (schemes: object): object => calling({}, { components: { securitySchemes: schemes } });
const [basic, bearer] = [
  { type: "http", scheme: "basic" },
  { type: "http", scheme: "bearer" },
];
const keyed = (name: string): object => ({ type: "apiKey", in: "header", name });

const parts = (encoding: object, type = "multipart/form-data"): object =>
  calling({
    requestBody: {
      content: { [type]: { schema: { type: "object", properties: { a: list, b: text } }, encoding } },
    },
  });

const rows: readonly Row[] = [
  [
    "what is said of certificates",
    authorized({ tls: { type: "mutualTLS", description: "Ours." } }),
    authorized({}),
    ["docs docs-changed the client tls: certificate"],
    ["docs docs-changed the client tls: certificate"],
  ],
  [
    "what a body of a media type is",
    calling({ requestBody: { content: { "*/*": { schema: { contentMediaType: "image/png" } } } } }),
    calling({ requestBody: { content: { "*/*": { schema: {} } } } }),
    [
      "breaking body-read-otherwise callIt body: binary → json",
      "compatible schema-added CallItBody: CallItBody",
    ],
    [
      "breaking schema-removed CallItBody: CallItBody",
      "breaking body-read-otherwise callIt body: json → binary",
    ],
  ],
  [
    "what is said of a body",
    calling({ requestBody: { description: "It.", ...json(text) } }),
    calling({ requestBody: { description: "That.", ...json({ ...text }) } }),
    ["docs docs-changed callIt body: description"],
    ["docs docs-changed callIt body: description"],
  ],
  [
    "what is said of a variable of a server",
    regional({ description: "Where." }),
    regional({ description: "Where it is." }),
    ["docs docs-changed the client regionExample: description of region"],
    ["docs docs-changed the client regionExample: description of region"],
  ],
  [
    "where the API is, where nothing says so any more",
    serving(one),
    serving({ url: "/v1" }),
    ["breaking base-url-required the client: https://a.example → /v1"],
    ["compatible server-changed the client: /v1 → https://a.example"],
  ],
  [
    "a choice of servers",
    serving(one),
    serving(one, two),
    [
      "compatible server-added the client aExample: https://a.example",
      "compatible server-added the client bExample: https://b.example",
    ],
    [
      "breaking server-removed the client aExample: https://a.example",
      "breaking server-removed the client bExample: https://b.example",
    ],
  ],
  [
    "a server",
    serving(one, two),
    serving(one, two, { url: "https://c.example" }),
    ["compatible server-added the client cExample: https://c.example"],
    ["breaking server-removed the client cExample: https://c.example"],
  ],
  [
    "the name of a server",
    serving(one, { ...two, description: "Test" }),
    serving(one, { ...two, description: "Trial" }),
    [
      "breaking server-renamed the client trial: test → trial",
      "docs docs-changed the client trial: description",
    ],
    [
      "breaking server-renamed the client test: trial → test",
      "docs docs-changed the client test: description",
    ],
  ],
  [
    "the values of a variable",
    regional({ enum: ["eu", "us"] }),
    regional({ enum: ["eu"] }),
    ["breaking server-variables-narrowed the client regionExample: region: eu | us = eu → region: eu = eu"],
    ["compatible server-variables-widened the client regionExample: region: eu = eu → region: eu | us = eu"],
  ],
  [
    "the default of a variable",
    regional({}),
    regional({ default: "us" }),
    [
      "compatible server-changed the client: https://eu.example → https://us.example",
      "compatible server-variables-widened the client regionExample: region = eu → region = us",
    ],
    [
      "compatible server-changed the client: https://us.example → https://eu.example",
      "compatible server-variables-widened the client regionExample: region = us → region = eu",
    ],
  ],
  [
    "the URL of a server",
    serving(one, { ...two, description: "Test" }),
    serving(one, { url: "https://c.example", description: "Test" }),
    ["compatible server-url-changed the client test: https://b.example → https://c.example"],
    ["compatible server-url-changed the client test: https://c.example → https://b.example"],
  ],
  [
    "the first credentials",
    calling({}),
    authorized({ a: basic }),
    ["compatible credentials-added the client a: basic"],
    ["breaking credentials-removed the client a: basic"],
  ],
  [
    "more credentials",
    authorized({ a: basic }),
    authorized({ a: basic, b: bearer }),
    [
      "breaking credentials-regrouped the client auth: a → a, b",
      "compatible credentials-added the client b: bearer",
    ],
    [
      "breaking credentials-regrouped the client auth: a, b → a",
      "breaking credentials-removed the client b: bearer",
    ],
  ],
  ["the name of the only credentials", authorized({ a: basic }), authorized({ b: basic }), [], []],
  [
    "the kind of credentials",
    authorized({ a: basic }),
    authorized({ a: bearer }),
    ["breaking credentials-changed the client a: basic → bearer"],
    ["breaking credentials-changed the client a: bearer → basic"],
  ],
  [
    "where a key stands",
    authorized({ a: keyed("X-A") }),
    authorized({ a: keyed("X-B") }),
    ["compatible credentials-sent-otherwise the client a: header X-A → header X-B"],
    ["compatible credentials-sent-otherwise the client a: header X-B → header X-A"],
  ],
  [
    "the media types of a part",
    parts({ b: { contentType: "image/png" } }),
    parts({ b: { contentType: "image/png, image/gif" } }),
    ["compatible part-types-widened callIt body b: image/png → image/png, image/gif"],
    ["breaking part-types-narrowed callIt body b: image/png, image/gif → image/png"],
  ],
  [
    "the media types of a part, said at all",
    parts({}),
    parts({ b: { contentType: "text/csv" } }),
    ["breaking part-types-narrowed callIt body b: as usual → text/csv"],
    [
      "breaking part-types-narrowed callIt body b: text/csv → as usual",
      "compatible part-types-widened callIt body b: text/csv → as usual",
    ],
  ],
  [
    "how a field of a form is written",
    parts({}, "application/x-www-form-urlencoded"),
    parts({ a: { style: "spaceDelimited", explode: false } }, "application/x-www-form-urlencoded"),
    ["compatible part-written-otherwise callIt body a: as usual → spaceDelimited"],
    ["compatible part-written-otherwise callIt body a: spaceDelimited → as usual"],
  ],
  [
    "pages",
    paged(),
    paged(byLink),
    ["compatible paging-added callIt: next-link"],
    ["breaking paging-removed callIt: next-link"],
  ],
  [
    "where pages hold their items",
    paged(byLink),
    paged({ ...byLink, items: "b" }),
    ["breaking paging-items-moved callIt: a → b"],
    ["breaking paging-items-moved callIt: b → a"],
  ],
  [
    "how the next page is found",
    paged(byLink),
    paged({ strategy: "cursor", items: "a", parameter: "cursor", next: "after" }),
    [
      'compatible paging-changed callIt: next-link, next: ["next"] → cursor, cursor: {"in":"page","place":["after"]}, parameter: "cursor"',
    ],
    [
      'compatible paging-changed callIt: cursor, cursor: {"in":"page","place":["after"]}, parameter: "cursor" → next-link, next: ["next"]',
    ],
  ],
  [
    "a header of an answer",
    headed({}),
    headed({ "X-A": { schema: text } }),
    ["compatible header-added callIt 200 X-A: X-A"],
    ["breaking header-removed callIt 200 X-A: X-A"],
  ],
  [
    "whether a header of an answer comes",
    headed({ "X-A": { schema: text } }),
    headed({ "X-A": { schema: text, required: true } }),
    ["compatible header-required callIt 200 X-A: X-A"],
    ["breaking header-optional callIt 200 X-A: X-A"],
  ],
  [
    "the type of a header",
    headed({ "X-A": { schema: text } }),
    headed({ "X-A": { schema: { type: "integer" } } }),
    ["breaking type-changed callIt 200 X-A: string → integer"],
    ["breaking type-changed callIt 200 X-A: integer → string"],
  ],
  [
    "how a header is read",
    headed({ "X-A": { schema: text } }),
    headed({ "X-A": json(text) }),
    ["compatible header-read-otherwise callIt 200 X-A: simple → JSON"],
    ["compatible header-read-otherwise callIt 200 X-A: JSON → simple"],
  ],
];

thereAndBack(rows);

test("a title names no package that has a name", () => {
  const [before, after] = ["It", "That"].map((title) =>
    modelOf(calling({}, { info: { title, version: "1" } })),
  );
  if (before === undefined || after === undefined) throw new Error("bug: no model");
  expect(shown(diffApis(before, after, true))).toEqual(["docs docs-changed the API: title"]);
  expect(shown(diffApis(before, after))).toEqual(["breaking package-renamed the API: it → that"]);
});
