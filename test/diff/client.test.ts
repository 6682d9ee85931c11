/** What else changes for those who call: pages, headers of answers, servers, credentials, parts of bodies, names. */
import { type Row, calling, thereAndBack } from "./compared.js";

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

const rows: readonly Row[] = [
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
