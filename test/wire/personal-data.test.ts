import { expect, test } from "vitest";
import type { PersonalData } from "../../generator/runtime/redacted.js";
import { redacted } from "../../generator/runtime/redacted.js";
import { generated, get, post } from "../support/generated.js";

const person = {
  type: "object",
  properties: {
    name: { type: "string", "x-pii": "standard" },
    id: { type: "integer", "x-pii": false },
    phones: { type: "array", items: { $ref: "#/components/schemas/Phone" } },
    friends: { type: "array", items: { $ref: "#/components/schemas/Person" } },
  },
};
const content = { "application/json": { schema: { $ref: "#/components/schemas/Person" } } };
const email = { name: "email", in: "query", "x-pii": true, schema: { type: "string" } };

const { modules } = await generated(
  {
    paths: {
      "/people": {
        ...get("list", { parameters: [email], responses: { "200": { description: "Done.", content } } }),
        ...post("create", {
          requestBody: { content: { "application/json": { schema: { type: "string", "x-pii": true } } } },
        }),
      },
      "/other": get("other"),
    },
    components: { schemas: { Person: person, Phone: { type: "string", "x-pii": true } } },
  },
  "personal-data",
);
const personalData = modules["personal-data"]["personalData"] as PersonalData;

test("a package lists the names by which its operations hold personal data", () => {
  expect(personalData).toEqual({ "GET /people": ["email", "name", "phones"], "POST /people": ["*"] });
});

test("a value is shown without what goes by these names, at whatever depth, and is not changed", () => {
  const value = { id: 1, name: "Ada", phones: ["1"], friends: [{ name: "Bob", id: 2 }] };
  const copy = structuredClone(value);
  expect(redacted(value, personalData["GET /people"] ?? [])).toEqual({
    id: 1,
    name: "[redacted]",
    phones: "[redacted]",
    friends: [{ name: "[redacted]", id: 2 }],
  });
  expect(value).toEqual(copy);
});

test("a body that is personal as a whole is not shown at all", () => {
  expect(redacted("Ada", personalData["POST /people"] ?? [])).toBe("[redacted]");
  expect(redacted({ a: 1 }, [])).toEqual({ a: 1 });
});
