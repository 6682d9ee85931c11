/** What a change of an operation means for those who call it. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { diffReport } from "../../generator/diff/located.js";
import { type DiffCode, diffRules } from "../../generator/diff/rules.js";
import { formatDiff } from "../../generator/diff/formats.js";
import { type Row, calling, differences, holding, shown, thereAndBack } from "./compared.js";

const query = (name: string, more: object = {}): object => ({
  parameters: [{ name, in: "query", schema: { type: "string" }, ...more }],
});
const body = (types: readonly string[], more: object = {}): object => ({
  requestBody: {
    content: Object.fromEntries(types.map((each) => [each, { schema: { type: "string" } }])),
    ...more,
  },
});
const answers = (...statuses: readonly string[]): object => ({
  responses: Object.fromEntries(statuses.map((each) => [each, { description: "" }])),
});
const answering = (...types: readonly string[]): object => ({
  responses: {
    200: {
      description: "",
      content: Object.fromEntries(types.map((each) => [each, { schema: { type: "string" } }])),
    },
  },
});
const securitySchemes = { a: { type: "http", scheme: "basic" }, b: { type: "http", scheme: "bearer" } };
const without = { openapi: "3.1.0", info: { title: "It", version: "1" }, paths: {} };

/** An error whose body has a schema with a name. */
const bodied = {
  description: "",
  content: { "application/json": { schema: { $ref: "#/components/schemas/It" } } },
};
const sent = (path: string, operationId: string): object => ({
  ...without,
  paths: {
    [path]: {
      get: {
        operationId,
        tags: ["it"],
        parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
          name,
          in: "path",
          required: true,
          schema: { type: "string" },
        })),
        responses: {},
      },
    },
  },
});

const rows: readonly Row[] = [
  [
    "an operation",
    without,
    calling({}),
    ["compatible operation-added callIt: POST /it"],
    ["breaking operation-removed callIt: POST /it"],
  ],
  [
    "where it is sent",
    sent("/it/{id}", "getIt"),
    sent("/things/{key}", "getIt"),
    [
      "breaking parameter-removed getIt id: path id",
      "breaking parameter-added-required getIt key: path key",
      "compatible operation-sent-elsewhere getIt: GET /it/{id} → GET /things/{key}",
    ],
    [
      "breaking parameter-added-required getIt id: path id",
      "breaking parameter-removed getIt key: path key",
      "compatible operation-sent-elsewhere getIt: GET /things/{key} → GET /it/{id}",
    ],
  ],
  [
    "whether it is deprecated",
    calling({}),
    calling({ deprecated: true }),
    ["compatible deprecated callIt: deprecated: true"],
    ["docs deprecated-no-more callIt: deprecated: false"],
  ],
  [
    "its name",
    calling({}),
    calling({ operationId: "doIt" }),
    ["breaking operation-renamed doIt: callIt → doIt", "breaking operation-moved doIt: it.call → it.do"],
    ["breaking operation-renamed callIt: doIt → callIt", "breaking operation-moved callIt: it.do → it.call"],
  ],
  [
    "its resource",
    calling({ tags: ["a"] }),
    calling({ tags: ["b"] }),
    ["breaking operation-moved callIt: a.callIt → b.callIt"],
    ["breaking operation-moved callIt: b.callIt → a.callIt"],
  ],
  [
    "what is said of it",
    calling({ summary: "A" }),
    calling({ summary: "B" }),
    ["docs docs-changed callIt: summary"],
    ["docs docs-changed callIt: summary"],
  ],
  [
    "an optional parameter",
    calling({}),
    calling(query("q")),
    ["compatible parameter-added callIt q: query q"],
    ["breaking parameter-removed callIt q: query q"],
  ],
  [
    "a required parameter",
    calling({}),
    calling(query("q", { required: true })),
    ["breaking parameter-added-required callIt q: query q"],
    ["breaking parameter-removed callIt q: query q"],
  ],
  [
    "whether it is required",
    calling(query("q")),
    calling(query("q", { required: true })),
    ["breaking parameter-required callIt q: query q"],
    ["compatible parameter-optional callIt q: query q"],
  ],
  [
    "how it is written",
    calling(query("q", { schema: { type: "array", items: { type: "string" } } })),
    calling(query("q", { schema: { type: "array", items: { type: "string" } }, explode: false })),
    ["compatible parameter-written-otherwise callIt q: form, exploded → form"],
    ["compatible parameter-written-otherwise callIt q: form → form, exploded"],
  ],
  [
    "whether reserved characters of it are kept",
    calling(query("q")),
    calling(query("q", { allowReserved: true })),
    [
      "compatible parameter-written-otherwise callIt q: form, exploded → form, exploded, reserved characters kept",
    ],
    [
      "compatible parameter-written-otherwise callIt q: form, exploded, reserved characters kept → form, exploded",
    ],
  ],
  [
    "a parameter whose name another takes",
    calling({ parameters: [{ name: "q", in: "header", schema: {} }] }),
    calling({
      parameters: [
        { name: "q", in: "query", schema: {} },
        { name: "q", in: "header", schema: {} },
      ],
    }),
    ["breaking parameter-renamed callIt q: q → headerQ", "compatible parameter-added callIt q: query q"],
    ["breaking parameter-removed callIt q: query q", "breaking parameter-renamed callIt q: headerQ → q"],
  ],
  [
    "an optional body",
    calling({}),
    calling(body(["application/json"])),
    ["compatible body-added callIt body: body"],
    ["breaking body-removed callIt body: body"],
  ],
  [
    "a required body",
    calling({}),
    calling(body(["application/json"], { required: true })),
    ["breaking body-required callIt body: body"],
    ["breaking body-removed callIt body: body"],
  ],
  [
    "whether a body is required",
    calling(body(["application/json"])),
    calling(body(["application/json"], { required: true })),
    ["breaking body-required callIt body: required: true"],
    ["compatible body-optional callIt body: required: false"],
  ],
  [
    "a media type of a body",
    calling(body(["application/json"])),
    calling(body(["application/json", "text/plain"])),
    ["compatible media-type-added callIt body: text/plain"],
    ["breaking media-type-removed callIt body: text/plain"],
  ],
  [
    "a media type of an answer",
    calling(answering("application/json")),
    calling(answering("application/json", "text/plain")),
    ["breaking media-type-added callIt 200: text/plain"],
    ["compatible media-type-removed callIt 200: text/plain"],
  ],
  [
    "an error",
    calling(answers("200")),
    calling(answers("200", "404")),
    ["compatible status-added callIt 404: 404"],
    ["breaking status-removed callIt 404: 404"],
  ],
  [
    "an error of a range that has a body",
    calling({ responses: { "4XX": bodied } }, { components: { schemas: { It: { type: "string" } } } }),
    calling(
      { responses: { "4XX": bodied, 410: { description: "" } } },
      { components: { schemas: { It: { type: "string" } } } },
    ),
    ["breaking status-set-apart callIt 410: 410"],
    ["breaking status-removed callIt 410: 410"],
  ],
  [
    "an error as the default is",
    calling({ responses: { default: bodied } }, { components: { schemas: { It: { type: "string" } } } }),
    calling(
      { responses: { default: bodied, 410: bodied } },
      { components: { schemas: { It: { type: "string" } } } },
    ),
    ["compatible status-added callIt 410: 410"],
    ["breaking status-removed callIt 410: 410"],
  ],
  [
    "a success",
    calling(answers("200")),
    calling(answers("200", "202")),
    ["breaking success-added callIt 202: 202"],
    ["breaking status-removed callIt 202: 202"],
  ],
  [
    "credentials",
    calling({ security: [{ a: [] }] }, { components: { securitySchemes } }),
    calling({ security: [{ a: [], b: [] }] }, { components: { securitySchemes } }),
    ["breaking security-changed callIt: a → a and b"],
    ["breaking security-changed callIt: a and b → a"],
  ],
  [
    "what is said of all",
    { ...without, info: { title: "It", version: "1" } },
    { ...without, info: { title: "That", version: "2", description: "All of it." } },
    ["breaking package-renamed the API: it → that", "docs docs-changed the API: description"],
    ["breaking package-renamed the API: that → it", "docs docs-changed the API: description"],
  ],
  [
    "the server",
    calling({}, { servers: [{ url: "https://a.example" }] }),
    calling({}, { servers: [{ url: "https://b.example" }] }),
    ["compatible server-changed the client: https://a.example → https://b.example"],
    ["compatible server-changed the client: https://b.example → https://a.example"],
  ],
  [
    "a named schema",
    calling({}),
    calling({}, { components: { schemas: { It: { type: "string" } } } }),
    ["compatible schema-added It: It"],
    ["breaking schema-removed It: It"],
  ],
  [
    "a schema's name in the package",
    calling({}, { components: { schemas: { pet_x: { type: "string" } } } }),
    calling({}, { components: { schemas: { Pet_x: { type: "string" }, pet_x: { type: "string" } } } }),
    ["breaking schema-renamed PetXSchema: PetX → PetXSchema", "compatible schema-added PetX: PetX"],
    ["breaking schema-removed PetX: PetX", "breaking schema-renamed PetX: PetXSchema → PetX"],
  ],
];

thereAndBack(rows);

test("what parameters in a path are called is no other path", () => {
  const at = (name: string): object => ({
    ...without,
    paths: {
      [`/a/{${name}}`]: {
        get: {
          operationId: "getIt",
          parameters: [{ name, in: "path", required: true, schema: {} }],
          responses: {},
        },
      },
    },
  });
  expect(shown(differences(at("x"), at("y")))).toEqual([
    "breaking parameter-removed getIt x: path x",
    "breaking parameter-added-required getIt y: path y",
  ]);
});

test("every rule is shown by a test of its own", () => {
  const texts = ["operations", "schemas", "structure", "webhooks", "client"].map((each) =>
    readFileSync(new URL(`${each}.test.ts`, import.meta.url), "utf8"),
  );
  const missing = Object.keys(diffRules).filter((code) => !texts.some((text) => text.includes(` ${code} `)));
  expect(missing).toEqual([]);
});

test("nothing differs from itself, however it is spelled", () => {
  const spec = holding("request", { type: "object", properties: { a: { enum: ["b"] } } });
  expect(differences(spec, JSON.parse(JSON.stringify(spec)) as object)).toEqual([]);
});

describe("the version", () => {
  const bump = (before: object, after: object, version: string): string => {
    const at = (): never => ({ file: "a", line: 1, column: 1 }) as never;
    const { bump: found, version: next } = diffReport(differences(before, after), version, at, at);
    return `${found} ${next}`;
  };
  test.each<
    [what: string, code: DiffCode | undefined, before: object, after: object, version: string, next: string]
  >([
    ["breaks", "operation-removed", calling({}), without, "1.2.3", "major 2.0.0"],
    ["has more", "operation-added", without, calling({}), "1.2.3", "minor 1.3.0"],
    [
      "is told otherwise",
      "docs-changed",
      calling({ summary: "A" }),
      calling({ summary: "B" }),
      "1.2.3",
      "patch 1.2.4",
    ],
    ["breaks before 1.0.0", "operation-removed", calling({}), without, "0.2.3", "minor 0.3.0"],
    ["has more before 1.0.0", "operation-added", without, calling({}), "0.2.3", "patch 0.2.4"],
    ["stays", undefined, without, without, "1.2.3", "none 1.2.3"],
  ])("of what %s", (_, code, before, after, version, next) => {
    expect(differences(before, after)[0]?.code).toBe(code);
    expect(bump(before, after, version)).toBe(next);
  });
});

test("hostile names and texts are texts in every format", () => {
  const evil = "</style><script>alert(1)</script>|`x`\n# [a](javascript:b)";
  const at = (): { file: string; line: number; column: number } => ({ file: evil, line: 1, column: 1 });
  const before = calling({ ...query(evil) });
  const report = diffReport(differences(before, calling({})), "1.0.0", at, at);
  const two = [report, report].map((each) => ({ output: evil, ...each }));
  expect(formatDiff(two, "html")).not.toMatch(/<script|<\/style>[^]*<\/style>/);
  const rows = formatDiff(two, "markdown")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  expect(rows).toHaveLength(2);
  expect(JSON.parse(formatDiff(two, "json"))).toEqual({ packages: two });
});
