/** Cases of bodies that hold files, for which there is no literal. */
import { expect, test } from "vitest";
import { emit } from "../property/emit.js";
import { loadPackage } from "../support/load-package.js";

const file = { type: "string", contentMediaType: "application/octet-stream" };
const upload = {
  type: "object",
  required: ["file"],
  properties: {
    file,
    files: { type: "array", items: file, minItems: 1, maxItems: 2 },
    note: { type: "string", minLength: 2 },
  },
};
const description = {
  openapi: "3.1.0",
  info: { title: "Files", version: "1" },
  paths: {
    "/files": {
      post: {
        operationId: "up",
        requestBody: { required: true, content: { "multipart/form-data": { schema: upload } } },
        responses: { 204: { description: "Done." } },
      },
    },
  },
};

interface Made {
  readonly value: { readonly file?: unknown };
}

test("edges hold files where there are some, and are valid", async () => {
  const { files = [] } = await emit(description);
  const { "fixtures/index": fixtures, "validators/index": validators } = await loadPackage(files, [
    "fixtures/index",
    "validators/index",
  ]);
  const make = fixtures["upBody"] as { edges: () => Iterable<Made>; invalid: () => Iterable<Made> };
  const { is } = validators["UpBody"] as { is: (value: unknown) => boolean };
  const edges = [...make.edges()];
  expect(edges.length).toBeGreaterThan(0);
  for (const { value } of edges) {
    expect(value.file).toBeInstanceOf(Blob);
    expect(is(value)).toBe(true);
  }
  const invalid = [...make.invalid()];
  expect(invalid.length).toBeGreaterThan(1);
  expect(invalid.filter(({ value }) => is(value))).toEqual([]);
});
