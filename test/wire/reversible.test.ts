/** The law of parameters: whatever the client writes, the server's side reads as it was. */
import fc, { type Arbitrary } from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { handle as Handle } from "../../generator/runtime/handle.js";
import type { Route } from "../../generator/runtime/route.js";
import { type Operation, type WirePackage, type Written, loadWire } from "./parameter-description.js";
import { runs } from "../support/runs.js";

type AnyRoute = Route<unknown, Readonly<Record<number, unknown>>>;

/** A way of writing, and the texts that it can carry where they stand alone, between separators, and as names. */
interface Way {
  readonly in: Written["in"];
  readonly style: string;
  readonly explode: boolean;
  readonly alone: Arbitrary<string>;
  readonly item: Arbitrary<string>;
  readonly key: Arbitrary<string>;
}

/** Any text but halves of surrogate pairs, which cannot be sent. */
const any = fc.string({ unit: "binary" });
const without = (pattern: RegExp): Arbitrary<string> => any.filter((text) => !pattern.test(text));
const nonEmpty = (texts: Arbitrary<string>): Arbitrary<string> => texts.filter((text) => text !== "");

/** A slash is refused in every path. */
const segment = without(/[/\\]/);
const notDots = segment.filter((text) => !/^\.{0,2}$/.test(text));
/** Headers and cookies of style `cookie` have no escapes; spaces at the ends are not part of a header. */
const token = fc.stringMatching(/^[!-+\--:<>-~]+$/);

const both = (way: Omit<Way, "explode">): readonly Way[] =>
  [false, true].map((explode) => ({ ...way, explode }));
const keys = (texts: Arbitrary<string>): Arbitrary<string> => nonEmpty(texts).filter((text) => text !== "p");

const ways: readonly Way[] = [
  ...both({ in: "path", style: "simple", alone: notDots, item: notDots, key: keys(segment) }),
  ...both({ in: "path", style: "matrix", alone: segment, item: segment, key: keys(segment) }),
  { in: "path", style: "label", explode: false, alone: segment, item: segment, key: keys(segment) },
  {
    // A dot is not escaped (RFC 3986, section 2.3), so that one in an item looks like one between items.
    ...{ in: "path", style: "label", explode: true, alone: segment },
    ...{ item: without(/[/\\.]/), key: keys(without(/[/\\.]/)) },
  },
  ...both({ in: "query", style: "form", alone: any, item: any, key: keys(any) }),
  ...both({ in: "cookie", style: "form", alone: any, item: any, key: keys(any) }),
  ...both({ in: "cookie", style: "cookie", alone: token, item: token, key: keys(token) }),
  ...both({ in: "header", style: "simple", alone: token, item: token, key: keys(token) }),
  ...both({ in: "query", style: "spaceDelimited", alone: any, item: without(/ /), key: keys(without(/ /)) }),
  ...both({ in: "query", style: "pipeDelimited", alone: any, item: without(/\|/), key: keys(without(/\|/)) }),
  { in: "query", style: "deepObject", explode: true, alone: any, item: any, key: nonEmpty(without(/[[\]]/)) },
];

interface Kind {
  readonly schema: object;
  readonly values: (way: Way) => Arbitrary<unknown>;
}

const integer = { type: "integer" };
const number = { type: "number" };
const string = { type: "string" };
/** What a style writes for an empty list is an empty text: a list of one empty text cannot be told from it. */
const some = <T>(items: Arbitrary<T>): Arbitrary<readonly T[]> =>
  fc.array(items, { minLength: 1 }).filter((list) => list.length > 1 || list[0] !== "");
const object = (properties: object, more: object = {}): object => ({ type: "object", properties, ...more });
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0);
/** A decimal point is a separator where a label explodes. */
const numbers = ({ style, explode }: Way): Arbitrary<number> =>
  style === "label" && explode ? fc.integer() : finite;

const kinds: Readonly<Record<string, Kind>> = {
  Integer: { schema: integer, values: () => fc.integer() },
  Boolean: { schema: { type: "boolean" }, values: () => fc.boolean() },
  String: { schema: string, values: ({ alone }) => alone },
  Nullable: { schema: { type: ["integer", "null"] }, values: () => fc.option(fc.integer()) },
  Integers: { schema: { type: "array", items: integer }, values: () => some(fc.integer()) },
  Strings: { schema: { type: "array", items: string }, values: ({ item }) => some(item) },
  OneOrMany: {
    schema: { oneOf: [integer, { type: "array", items: integer, minItems: 2 }] },
    values: () => fc.oneof(fc.integer(), fc.array(fc.integer(), { minLength: 2 })),
  },
  Object: {
    schema: object({ R: integer, "a&b": string, flag: { type: "boolean" } }),
    values: ({ item }) =>
      fc
        .record({ R: fc.integer(), "a&b": item, flag: fc.boolean() }, { requiredKeys: [] })
        .filter((each) => Object.keys(each).length > 0),
  },
  Dictionary: {
    schema: object({}, { additionalProperties: number }),
    values: (way) => fc.dictionary(way.key, numbers(way), { minKeys: 1 }),
  },
  Texts: {
    schema: object({ R: string }, { additionalProperties: string }),
    values: ({ key, item }) => fc.dictionary(key, nonEmpty(item), { minKeys: 1 }),
  },
  Lists: {
    schema: object({ ids: { type: "array", items: integer }, names: { type: "array", items: string } }),
    values: ({ item }) =>
      fc
        .record({ ids: some(fc.integer()), names: some(item) }, { requiredKeys: [] })
        .filter((each) => Object.keys(each).length > 0),
  },
  Deep: {
    schema: object({
      a: object({ b: object({}, { additionalProperties: integer }), on: { type: "boolean" } }),
      c: { type: ["integer", "null"] },
    }),
    values: ({ key }) =>
      fc.record(
        {
          a: fc.record({ b: fc.dictionary(key, fc.integer(), { minKeys: 1 }), on: fc.boolean() }),
          c: fc.option(fc.integer()),
        },
        { requiredKeys: ["a"] },
      ),
  },
};

/** The kinds that a way can write; the generator refuses the others. */
function isWritable({ in: place, style, explode }: Way, kind: string): boolean {
  if (style === "deepObject") return ["Object", "Dictionary", "Texts", "Lists", "Deep"].includes(kind);
  const repeats = place !== "path" && place !== "header" && explode && style !== "cookie";
  if (kind === "Lists") return repeats;
  // Names of cookies and members have no escapes in headers.
  if (kind === "Object" && (place === "header" || style === "cookie")) return false;
  if (kind === "Nullable" && place === "path") return style !== "simple";
  // `.1.5` is one number or two.
  if (kind === "OneOrMany" && style === "label") return !explode;
  return kind !== "Deep";
}

interface Case extends Written {
  readonly way: Way;
  readonly kind: Kind;
  readonly title: string;
}

const cases: readonly Case[] = ways.flatMap((way, i) =>
  Object.entries(kinds).flatMap(([name, kind]): readonly Case[] =>
    isWritable(way, name)
      ? [
          {
            operationId: `case${i}${name}`,
            in: way.in,
            name: "p",
            fields: { style: way.style, explode: way.explode, schema: kind.schema },
            ...(way.in === "path" ? { path: "/x{p}" } : {}),
            title: `${name} in ${way.in}, ${way.style}${way.explode ? ", exploded" : ""}`,
            way,
            kind,
          },
        ]
      : [],
  ),
);

/** Any JSON, in every place. */
const jsonCases: readonly Written[] = (["path", "query", "header", "cookie"] as const).map((place) => ({
  operationId: `json_${place}`.replace("_", ""),
  in: place,
  name: "p",
  fields: { content: { "application/json": { schema: {} } } },
}));

let wire: WirePackage;
beforeAll(async () => {
  wire = await loadWire([...cases, ...jsonCases]);
});

/** What the server's side reads of a call. */
async function read(operationId: string, value: unknown): Promise<unknown> {
  let found: unknown;
  const handle = wire.runtime["handle"] as typeof Handle;
  const route = wire.routes[`${operationId}Route`] as AnyRoute;
  const client = wire.createClient({
    baseUrl: "https://api.test",
    fetch: (url: URL, init: RequestInit) =>
      handle(route, new Request(url, init), ({ params }) => {
        found = (params as { readonly p: unknown }).p;
        return new Response(null, { status: 204 });
      }),
  });
  const call = (wire.operations[operationId] as Operation)(client, { p: value });
  const { status, body } = await call.result();
  return status === 204 ? found : body;
}

describe("what is written is read as it was", () => {
  test.each(cases.map((each) => [each.title, each] as const))("%s", async (_, { operationId, way, kind }) => {
    await fc.assert(
      fc.asyncProperty(kind.values(way), async (value) => {
        expect(await read(operationId, value)).toEqual(value);
      }),
      runs(100),
    );
  });

  test.each(jsonCases.map((each) => [each.in, each.operationId] as const))(
    "JSON in %s",
    async (place, operationId) => {
      await fc.assert(
        fc.asyncProperty(fc.jsonValue(), async (value) => {
          fc.pre(place !== "path" || !/[/\\]/.test(JSON.stringify(value)));
          expect(await read(operationId, value)).toEqual(JSON.parse(JSON.stringify(value)));
        }),
        runs(100),
      );
    },
  );
});
