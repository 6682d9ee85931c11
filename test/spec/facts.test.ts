import { describe, expect, test } from "vitest";
import { contradiction } from "./check.js";
import { openapi } from "./document.js";
import { facts } from "./facts.js";

describe("the description of the Twilio Applications API", () => {
  test.each(facts.map((fact) => [fact.source, fact.says, fact] as const))(
    "holds what %s says: %s",
    (...row) => {
      expect(contradiction(row[2])).toBeUndefined();
    },
  );

  test("is an OpenAPI 3.1 document", () => {
    expect(openapi.openapi).toBe("3.1.0");
  });
});

describe("the table of facts", () => {
  test("has at least 400 facts", () => {
    expect(facts.length).toBeGreaterThanOrEqual(400);
  });

  test("states every fact once", () => {
    const stated = facts.map((fact) => fact.says);
    expect(stated.filter((says, index) => stated.indexOf(says) !== index)).toEqual([]);
  });

  test.each(["S0", "S1", "S2", "S3", "F"])("draws on %s", (source) => {
    expect(facts.filter((fact) => fact.source === source).length).toBeGreaterThan(5);
  });
});
