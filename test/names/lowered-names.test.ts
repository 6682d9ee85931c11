/** Names that lowering gives: none is given twice, and none of what a package has anyway. */
import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/json.js";
import type { Parameter } from "../../generator/model/parameter.js";
import { type Lowered, lowered, operationOf } from "./lowering.js";

const responses: JsonObject = { "204": { description: "Done." } };
const text: JsonObject = { type: "string" };
const query = (name: string, schema: JsonObject = text): JsonObject => ({ name, in: "query", schema });
const inPath = (name: string): JsonObject => ({ name, in: "path", required: true, schema: text });
const bodyOf = (...mediaTypes: readonly string[]): JsonObject => ({
  content: Object.fromEntries(mediaTypes.map((each) => [each, { schema: text }])),
});

const properties = (parameters: readonly Parameter[]): readonly string[] =>
  parameters.map((each) => `${each.in} ${each.name}: ${each.property}`);

/** An operation called `a` at `/a/{id}` with these fields. */
const lowerOne = (fields: Record<string, Json>): Lowered =>
  lowered({ paths: { "/a/{id}": { post: { operationId: "a", responses, ...fields } } } });

describe("the parameters of an operation", () => {
  test("never share a property, not even by the name that one falls back to", () => {
    const one = lowerOne({ parameters: [query("id"), query("queryId"), inPath("id")] });
    const { parameters } = operationOf(one, "a");
    expect(new Set(parameters.map((each) => each.property)).size).toBe(parameters.length);
    expect(properties(parameters)).toContain("path id: id");
    expect(properties(parameters)).toContain("query queryId: queryId");
    expect(one.codes).toEqual(["parameter-collision"]);
  });

  test("keep the name contentType where the body has one media type that is not left out", () => {
    const parameters = [inPath("id"), query("contentType")];
    const types = [["application/json", "multipart/mixed"], ["application/*"], ["application/json"]];
    for (const each of types) {
      const one = lowerOne({ parameters, requestBody: bodyOf(...each) });
      expect(properties(operationOf(one, "a").parameters)).toContain("query contentType: contentType");
    }
    const chosen = lowerOne({ parameters, requestBody: bodyOf("application/json", "text/plain") });
    expect(properties(operationOf(chosen, "a").parameters)).toContain("query contentType: queryContentType");
  });
});

describe("the parameters that a client can hold defaults for", () => {
  const post = (tag: string, fields: Record<string, Json>): JsonObject => ({
    post: { operationId: tag, tags: [tag], responses, ...fields },
  });
  const shared = (paths: JsonObject): readonly Parameter[] => lowered({ paths }).api.sharedParameters;

  test("are those that every operation knows by the same property", () => {
    const parameters = [query("body")];
    const plain = { "/a": post("a", { parameters }), "/b": post("b", { parameters }) };
    expect(shared(plain).map((each) => each.name)).toEqual(["body"]);
    const requestBody = bodyOf("application/json");
    expect(shared({ ...plain, "/b": post("b", { parameters, requestBody }) })).toEqual([]);
    expect(shared({ ...plain, "/c": post("c", { requestBody }) })).toEqual([]);
  });

  test("say whether their values can be lists and objects", () => {
    const parameters = [query("tags", { type: "array", items: text }), query("filter", { type: "object" })];
    const found = shared({ "/a": post("a", { parameters }), "/b": post("b", { parameters }) });
    expect(found.map(({ name, arrays, objects }) => [name, arrays, objects])).toEqual([
      ["filter", false, true],
      ["tags", true, false],
    ]);
  });
});

test("no webhook has the name of something else that stands beside it", () => {
  const requestBody = bodyOf("application/json");
  const webhooks = Object.fromEntries(
    ["webhook", "validationError", "webhookAnswers"].map((name) => [
      name,
      { post: { requestBody, responses } },
    ]),
  );
  const names = lowered({ webhooks }).api.webhooks.flatMap((each) => [
    ...[each.name, each.payloadType, each.answersType, each.factory],
  ]);
  expect(new Set(names).size).toBe(names.length);
  expect(names).not.toContain("Webhook");
  expect(names).not.toContain("ValidationError");
});

test("a media type is judged by what the references of its schema lead to in the end", () => {
  const refer = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
  const lowerBy = (schema: JsonObject): Lowered =>
    lowered({
      paths: {
        "/a": {
          get: {
            operationId: "a",
            responses: { "200": { description: "Read.", content: { "application/pdf": { schema } } } },
          },
        },
      },
      components: { schemas: { Outer: refer("Inner"), Inner: text, Loop: refer("Loop") } },
    });
  const codecs = (one: Lowered): readonly string[] =>
    operationOf(one, "a").responses.flatMap(({ contents }) => contents.map((each) => each.codec));
  for (const name of ["Inner", "Outer"]) {
    const one = lowerBy(refer(name));
    expect(codecs(one)).toEqual(["binary"]);
    expect(one.codes).not.toContain("media-type-as-bytes");
  }
  const loop = lowerBy(refer("Loop"));
  expect(codecs(loop)).toEqual(["binary"]);
  expect(loop.codes).toContain("media-type-as-bytes");
});
