import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Factory } from "../../generator/runtime/fixture.js";
import type { Issue, Received } from "../../generator/runtime/issue.js";
import type { Validator } from "../../generator/runtime/validator.js";
import { type Namespace, loadPackage } from "../support/load-package.js";
import { specs, writeSpec } from "../support/spec-arbitrary.js";
import { type Emission, emit } from "./emit.js";
import { junk } from "./junk.js";
import { type Place, placesIn, removed, replaced } from "./places.js";
import { runs } from "./runs.js";

/** Keywords whose value in the description is what an issue expects. */
const limits: ReadonlySet<string> = new Set([
  ...["minLength", "maxLength", "pattern", "format", "minimum", "maximum", "multipleOf"],
  ...["minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "additionalProperties"],
]);

describe("the issues of an arbitrary description", () => {
  const tally = { issues: 0, causes: 0, limits: 0 };

  test("lie at a place of the value, tell what stands there, and name the schema that they break", async () => {
    const law = fc.asyncProperty(
      specs,
      fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
      async (spec, dice) => {
        const document = writeSpec(spec);
        for (const { validator, values } of await subjectsOf(await emit(document)))
          for (const value of values(dice))
            for (const issue of validator.check(value)) expectPlace(issue, value, document);
      },
    );
    await fc.assert(law, runs(60));
    // A law that is never put to the test proves nothing.
    expect(Math.min(tally.issues, tally.causes, tally.limits)).toBeGreaterThan(1000);
  });

  function expectPlace(issue: Issue, value: unknown, document: object): void {
    tally.issues++;
    const told = `${JSON.stringify(value)} ${JSON.stringify(issue)} in ${JSON.stringify(document)}`;
    const parent = at(value, issue.path.slice(0, -1));
    if (typeof parent !== "object" && issue.path.length > 0) expect.fail(`no such value: ${told}`);
    const schema = resolve(issue.schema, document);
    if (schema === undefined) expect.fail(`no such schema: ${told}`);
    if (issue.code === "required" && issue.expected !== undefined) expect.fail(`expects a value: ${told}`);
    const judged = [at(value, issue.path), issue.path.at(-1)];
    if (!judged.some((each) => isTold(each, issue.received))) expect.fail(`another value: ${told}`);
    if (limits.has(issue.code)) {
      tally.limits++;
      if (!asksFor(schema, issue)) expect.fail(`another schema: ${told}`);
    }
    for (const cause of issue.causes) {
      tally.causes++;
      expectPlace(cause, value, document);
    }
  }
});

/** Whether a schema has the keyword of the issue; of alternatives without parts, only the place of all is told. */
function asksFor(schema: unknown, issue: Issue): boolean {
  const { code, expected } = issue;
  if (code === "additionalProperties") return schema === false;
  const found = own(schema, code);
  if (
    code === "pattern"
      ? typeof found === "string" && new RegExp(found, "u").source === expected
      : found === expected
  )
    return true;
  const alternatives = own(schema, "anyOf") ?? own(schema, "oneOf") ?? own(schema, "allOf");
  return Array.isArray(alternatives) && alternatives.some((each) => asksFor(each, issue));
}

/** Whether a value is what was received. */
function isTold(value: unknown, { type, preview }: Received): boolean {
  const actual = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return type === actual && preview === shown(value);
}

/** Plain values are shown whole, but of a string four characters at most: it may be a secret. */
function shown(value: unknown): string {
  if (typeof value === "object" && value !== null) return "";
  const characters = [...String(value)];
  const isCut = typeof value === "string" && characters.length > 4;
  return isCut ? `${characters.slice(0, 4).join("")}…` : characters.join("");
}

/** What stands at a path of a value. */
const at = (value: unknown, path: Place): unknown =>
  path.reduce<unknown>((inner, key) => own(inner, String(key)), value);

/** What a JSON Pointer in a fragment leads to (RFC 6901, sections 4 and 6). */
function resolve(pointer: string, document: object): unknown {
  const [root, ...steps] = pointer.split("/");
  if (root !== "#") return undefined;
  return steps
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((inner, key) => own(inner, key), document);
}

const own = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

interface Subject {
  readonly validator: Validator<unknown>;
  /** Values of every kind: valid ones, and such that differ from valid ones at one place. */
  readonly values: (dice: readonly number[]) => Iterable<unknown>;
}

async function subjectsOf({ api, files }: Emission): Promise<readonly Subject[]> {
  if (api === undefined) return [];
  const needed = files.filter(({ path }) => /^src\/(validators|fixtures|runtime)\//.test(path));
  const loaded = await loadPackage(needed, ["validators/index", "fixtures/index"]);
  const [validators, fixtures]: Namespace[] = [loaded["validators/index"], loaded["fixtures/index"]];
  return [...api.schemas.values()].map(({ name, factory }) => ({
    validator: validators?.[name] as Validator<unknown>,
    values: (dice) => damaged(fixtures?.[factory] as Factory<unknown> | undefined, dice),
  }));
}

function* damaged(factory: Factory<unknown> | undefined, dice: readonly number[]): Iterable<unknown> {
  yield* junk;
  for (const seed of dice) {
    const value = factory === undefined ? {} : factory(undefined, { seed, index: seed % 3 });
    const places = placesIn(value);
    const place = places[seed % places.length] ?? [];
    const less = removed(value, place);
    if (less !== undefined) yield less;
    for (const each of junk) yield replaced(value, place, each);
  }
}
