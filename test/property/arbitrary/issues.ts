/** Issues tell the truth about the value and the schema. */
import { expect, test } from "vitest";
import type { Factory } from "../../../generator/runtime/fixture.js";
import type { Issue, Received } from "../../../generator/runtime/issue.js";
import { junk } from "../junk.js";
import { type Place, placesIn, removed, replaced } from "../places.js";
import { assertLaw } from "./packages.js";

/** Keywords whose value in the description is what an issue expects. */
const limits: ReadonlySet<string> = new Set([
  ...["minLength", "maxLength", "pattern", "format", "minimum", "maximum", "multipleOf"],
  ...["minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "additionalProperties"],
]);

export function issueLaws(): void {
  const tally = { issues: 0, causes: 0, limits: 0 };

  test("issues lie at a place of the value, tell what stands there, and name the schema that they break", async () => {
    await assertLaw(({ document, emitted }, dice) => {
      for (const { validator, factory } of emitted.schemas)
        for (const value of damaged(factory, dice))
          for (const issue of validator.check(value)) expectPlace(issue, value, document);
    });
    // A law that is never put to the test proves nothing.
    expect(Math.min(tally.issues, tally.causes, tally.limits)).toBeGreaterThan(1000);
  });

  function expectPlace(issue: Issue, value: unknown, document: object): void {
    tally.issues++;
    const expectTold = (holds: boolean, complaint: string): void => {
      if (!holds) expect.fail(`${complaint}: ${JSON.stringify({ value, issue, document })}`);
    };
    const parent = at(value, issue.path.slice(0, -1));
    expectTold(typeof parent === "object" || issue.path.length === 0, "no such value");
    const schema = resolve(issue.schema, document);
    expectTold(schema !== undefined, "no such schema");
    expectTold(issue.code !== "required" || issue.expected === undefined, "expects a value");
    const judged = [at(value, issue.path), issue.path.at(-1)];
    expectTold(
      judged.some((each) => isTold(each, issue.received)),
      "another value",
    );
    if (limits.has(issue.code)) {
      tally.limits++;
      expectTold(asksFor(schema, issue), "another schema");
    }
    for (const cause of issue.causes) {
      tally.causes++;
      expectPlace(cause, value, document);
    }
  }
}

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

/** Values of every kind: valid ones, and such that differ from valid ones at one place. */
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
