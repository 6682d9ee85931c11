/** Two descriptions, compared. */
import { expect, test } from "vitest";
import { canonical, lower } from "../../generator/model/lower.js";
import type { JsonObject } from "../../generator/json.js";
import type { Api } from "../../generator/model/api.js";
import { type Difference, diffApis } from "../../generator/diff/diff.js";

/** The model of a description; whatever is reported of it. */
export function modelOf(description: object): Api {
  return lower(canonical(description as JsonObject), "3.1", () => {});
}

export const differences = (before: object, after: object): readonly Difference[] =>
  diffApis(modelOf(before), modelOf(after));

/** `level code subject: detail` each. */
export const shown = (all: readonly Difference[]): readonly string[] =>
  all.map(({ level, code, subject, detail }) => `${level} ${code} ${subject}: ${detail}`);

/** A description with one operation. */
export function calling(operation: object, more: object = {}): object {
  const found = { operationId: "callIt", responses: {}, ...operation };
  return {
    openapi: "3.1.0",
    info: { title: "It", version: "1" },
    paths: { "/it": { post: found } },
    ...more,
  };
}

/** One with a schema that is written, or read, or neither. */
export function holding(use: "request" | "response" | "nothing", schema: unknown): object {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/It" } } };
  const operation =
    use === "request"
      ? { requestBody: { content } }
      : use === "response"
        ? { responses: { 200: { description: "", content } } }
        : {};
  return calling(operation, { components: { schemas: { It: schema } } });
}

/** What a change is, and what the same backwards. */
export type Row = readonly [
  what: string,
  before: object,
  after: object,
  forwards: readonly string[],
  backwards: readonly string[],
];

export function thereAndBack(rows: readonly Row[]): void {
  test.each(rows)("%s, there and back", (_, before, after, forwards, backwards) => {
    expect.soft(shown(differences(before, after))).toEqual(forwards);
    expect.soft(shown(differences(after, before))).toEqual(backwards);
  });
}

/** A change of a schema: what it is each way, forwards and backwards, to those who write its values and to those who read them. */
export type Uses = readonly [
  what: string,
  before: unknown,
  after: unknown,
  request: readonly string[],
  response: readonly string[],
];

export function thoseWhoWriteAndRead(rows: readonly Uses[]): void {
  test.each(rows)("%s", (_, before, after, request, response) => {
    for (const [use, [forwards, backwards]] of [
      ["request", request],
      ["response", response],
    ] as const) {
      expect(shown(differences(holding(use, before), holding(use, after))), use).toEqual([forwards]);
      expect(shown(differences(holding(use, after), holding(use, before))), use).toEqual([backwards]);
    }
  });
}

export const object = (properties: object, more: object = {}): object => ({
  type: "object",
  properties,
  ...more,
});
