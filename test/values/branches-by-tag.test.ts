/** Overriding the tag of a union gives a value of the branch that the tag names. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Schema } from "../../generator/model/schema.js";
import { emit } from "../property/emit.js";
import { loadPackage } from "../support/load-package.js";
import { readSamples } from "../support/sample-case.js";
import { generated } from "../support/generated.js";

type Factory = (overrides?: unknown, options?: { readonly seed?: number }) => unknown;
interface Validator {
  readonly is: (value: unknown) => boolean;
  readonly check: (value: unknown) => readonly unknown[];
}

const texts = readSamples().map(({ config, name }) => [name, readFileSync(config.input, "utf8")] as const);

/** The tags that choose a branch: those of a union with null and one other branch as well. */
const tagsIn = ({ discriminator }: Schema): readonly (readonly [string, unknown])[] =>
  discriminator?.tags.flat().map((tag) => [discriminator.property, tag] as const) ?? [];

/** One sample shows tags that their branch refuses. */
const isTold = ([name, text]: readonly [string, string]): boolean =>
  text.includes("discriminator") && name !== "warns-of-discriminators-that-do-not-fit";

test("each tag of each sample with a discriminator gives a valid value", async () => {
  const findings: string[] = [];
  let tried = 0;
  for (const [name, text] of texts.filter(isTold)) {
    const { api, files } = await emit(parse(text) as object);
    if (files === undefined) continue;
    const { "fixtures/index": fixtures, "validators/index": validators } = await loadPackage(files, [
      "fixtures/index",
      "validators/index",
    ]);
    for (const schema of api.schemas.values())
      for (const [property, tag] of tagsIn(schema.schema)) {
        const make = fixtures[schema.factory] as Factory | undefined;
        for (let seed = 0; make !== undefined && seed < 8; seed++) {
          tried++;
          const value = make({ [property]: tag }, { seed }) as Record<string, unknown>;
          const issues = (validators[schema.name] as Validator).check(value);
          if (issues.length > 0 || value[property] !== tag)
            findings.push(`${name}: ${schema.name} of ${String(tag)}: ${JSON.stringify(value)}`);
        }
      }
  }
  expect(findings).toEqual([]);
  expect(tried).toBeGreaterThan(50);
});

describe("the branch of a tag", async () => {
  const object = (properties: object, required: readonly string[] = Object.keys(properties)): object => ({
    type: "object",
    required,
    properties,
  });
  const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
  const tag = (value: string): object => ({ const: value });
  const { modules } = await generated(
    {
      paths: {
        "/loans": {
          post: {
            operationId: "lend",
            tags: ["loans"],
            responses: {
              "201": { description: "Lent.", content: { "application/json": { schema: ref("Loan") } } },
            },
          },
        },
      },
      components: {
        schemas: {
          Person: object({ kind: tag("person"), name: { type: "string" } }),
          Company: object({ kind: tag("company"), vat: { type: "string", pattern: "^VAT[0-9]{4}$" } }),
          Borrower: {
            oneOf: [ref("Person"), ref("Company")],
            discriminator: { propertyName: "kind" },
          },
          Loan: object({ borrower: ref("Borrower"), inline: object({ by: ref("Borrower") }) }),
          Node: {
            oneOf: [ref("Leaf"), ref("Fork")],
            discriminator: { propertyName: "kind", mapping: { leaf: "Leaf", fork: "Fork" } },
          },
          Leaf: object({ kind: tag("leaf"), value: { type: "integer" } }),
          Fork: object({ kind: tag("fork"), left: ref("Node"), right: ref("Node") }),
        },
      },
    },
    "fixtures/index",
    "validators/index",
  );
  const { "fixtures/index": fixtures, "validators/index": validators } = modules;
  const make = (name: string, overrides: object, seed = 0): unknown =>
    (fixtures[name] as Factory)(overrides, { seed });
  const valid = (name: string, value: unknown): readonly unknown[] =>
    (validators[name] as Validator).check(value);

  test("is the one that is asked for", () => {
    const value = make("borrower", { kind: "company" });
    expect(valid("Borrower", value)).toEqual([]);
    expect(value).not.toHaveProperty("name");
    expect(make("borrower", { kind: "company", vat: "VAT0001" })).toEqual({
      kind: "company",
      vat: "VAT0001",
    });
  });

  test("holds in the depth, in answers and for several values", () => {
    const loan = make("loan", { borrower: { kind: "company" }, inline: { by: { kind: "company" } } });
    expect(valid("Loan", loan)).toEqual([]);
    const { response } = fixtures["lend"] as {
      readonly response: (status: number, overrides: object) => unknown;
    };
    const answer = response(201, { borrower: { kind: "company" } });
    expect(answer).toMatchObject({ borrower: { kind: "company" } });
    expect(valid("Loan", answer)).toEqual([]);
  });

  test("is found in schemas that contain themselves", () => {
    for (const kind of ["leaf", "fork"]) expect(valid("Node", make("node", { kind }, 1))).toEqual([]);
    expect(
      valid("Node", make("node", { kind: "fork", left: { kind: "fork", right: { kind: "leaf" } } })),
    ).toEqual([]);
  });
});
