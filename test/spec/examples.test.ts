import { describe, expect, test } from "vitest";
import { children, isObject, object, resolve, root, step, text, validate } from "./document.js";
import { allBodies, allExamples, examplesBeside, lastKey, type Example } from "./examples.js";

const examples: readonly Example[] = allExamples();
const bodies = allBodies();
const requests = bodies.filter((body) => body.status === undefined);
const failures = bodies.filter((body) => body.status !== undefined && !body.status.startsWith("2"));

describe("an example in the description", () => {
  const titled = examples.map((example) => {
    return [`${example.schema.pointer.join(" / ")}: ${example.value.pointer.join(" / ")}`, example] as const;
  });

  test.each(titled)("satisfies its schema: %s", (...row) => {
    expect(validate(row[1].schema, row[1].value.value)).toEqual([]);
  });

  test("is one of more than 40", () => {
    expect(examples.length).toBeGreaterThan(40);
  });

  test("belongs to a body, if it is kept with the components", () => {
    const used = examples
      .filter(({ value }) => value.pointer[1] === "examples")
      .map(({ value }) => value.pointer[2]);
    const kept = children(step(root, "components", "examples")).map(lastKey);
    expect(kept.filter((name) => !used.includes(name))).toEqual([]);
  });
});

describe("a body", () => {
  test.each(bodies.map((body) => [body.title, body] as const))("has an example: %s", (...row) => {
    expect(examplesBeside(row[1].mediaType)).not.toEqual([]);
  });

  test("is sent by 4 operations and answered 41 times", () => {
    expect([requests.length, bodies.length - requests.length]).toEqual([4, 41]);
  });

  test.each(bodies.map((body) => [body.title, body] as const))(
    "has no undescribed key in an example: %s",
    (...row) => {
      for (const { schema, value } of examplesBeside(row[1].mediaType)) {
        const described = Object.keys(object(step(schema, "properties")?.value));
        expect(Object.keys(object(value.value)).filter((key) => !described.includes(key))).toEqual([]);
      }
    },
  );

  test.each(failures.map((body) => [body.title, body] as const))(
    "of a failure shows one of its codes: %s",
    (...row) => {
      const { status, owner, mediaType } = row[1];
      const codes = step(owner, "x-error-codes")?.value;
      for (const { value } of examplesBeside(mediaType)) {
        const error = object(value.value);
        if (status !== "default") expect(String(error.status)).toBe(status);
        if (isObject(codes)) expect(Object.keys(codes)).toContain(String(error.code));
        expect(text(error.more_info)).toContain(String(error.code));
      }
    },
  );
});

describe("a parameter", () => {
  const parameters = children(step(root, "components", "parameters"));

  test.each(parameters.map((place) => [lastKey(place), place] as const))("has an example: %s", (...row) => {
    expect(examplesBeside(resolve(row[1]))).toHaveLength(1);
  });
});

describe("an invalid example", () => {
  const schema = step(root, "components", "schemas", "Application");

  test.each([
    ["a SID with too few characters", { sid: "AP123" }],
    ["a URL that is none", { voice_url: "nowhere" }],
    ["a method that is not allowed", { voice_method: "PATCH" }],
    ["a date with the wrong day of the week", { date_created: "Mon, 14 Jun 2011 09:30:00 +0000" }],
    ["a date that is not in GMT", { date_created: "Tue, 14 Jun 2011 09:30:00 +0200" }],
    ["a date in another notation", { date_created: "2011-06-14T09:30:00Z" }],
  ])("is noticed: %s", (_title, value) => {
    expect(schema && validate(schema, value)).not.toEqual([]);
  });
});
