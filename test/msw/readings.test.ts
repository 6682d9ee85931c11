import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cookies } from "../../generator/runtime/cookies.js";
import { joined } from "../../generator/runtime/delimited.js";
import { form } from "../../generator/runtime/form.js";
import { header } from "../../generator/runtime/header.js";
import { simple } from "../../generator/runtime/path-styles.js";
import { expand } from "../../generator/runtime/path.js";
import { query } from "../../generator/runtime/query.js";
import { type TextType, readings } from "../../generator/runtime/readings.js";
import { parameterTexts } from "../../generator/runtime/request-texts.js";
import type { RouteParameter } from "../../generator/runtime/route.js";
import { pathTexts } from "../../generator/runtime/url-pattern.js";
import { validator } from "../../generator/runtime/validator.js";
import { runs } from "../support/runs.js";

const one = (text: string, ...types: readonly TextType[]): readonly unknown[] =>
  readings([text], [text], { types });

describe("a text", () => {
  test.each<readonly [string, readonly TextType[], readonly unknown[]]>([
    ["7", ["number"], [7]],
    ["-0.5e2", ["number"], [-50]],
    ["07", ["number"], ["07"]],
    ["+7", ["number"], ["+7"]],
    ["0x7", ["number"], ["0x7"]],
    ["", ["number"], [""]],
    [" 7", ["number"], [" 7"]],
    ["Infinity", ["number"], ["Infinity"]],
    ["true", ["boolean"], [true]],
    ["false", ["boolean", "string"], [false, "false"]],
    ["True", ["boolean"], ["True"]],
    ["7", ["number", "string"], [7, "7"]],
    ["07", ["number", "string"], ["07"]],
    ["", ["string", "null"], ["", null]],
    ["", ["number", "null"], [null]],
    ["null", ["null"], ["null"]],
  ])("%j as %j is %j", (text, types, values) => {
    expect(one(text, ...types)).toEqual(values);
  });

  test("that nothing is said of stays a text", () => {
    expect(readings(["7"], ["7"], {})).toEqual(["7"]);
  });
});

describe("several texts", () => {
  test("are the items of an array", () => {
    expect(readings(["1", "2"], ["1", "2"], { items: ["number"] })[0]).toEqual([1, 2]);
    expect(readings(["1"], ["1"], { items: ["number"] })[0]).toEqual([1]);
    expect(readings([""], [], { items: ["string"] })[0]).toEqual([]);
  });

  test("are an array of texts where no array is allowed, so that its validator can refuse them", () => {
    expect(readings(["1", "2"], ["1", "2"], { types: ["number"] })).toEqual([["1", "2"]]);
  });

  test("may be one value or an array", () => {
    const rules = { types: ["string"], items: ["string"] } as const;
    expect(readings(["a,b"], ["a", "b"], rules)[0]).toBe("a,b");
    expect(readings(["a,b"], ["a", "b"], rules)[1]).toEqual(["a", "b"]);
    expect(readings(["a", "b"], ["a", "b"], rules)[0]).toEqual(["a", "b"]);
  });

  test("are read one by one, also where an item can be read in several ways", () => {
    const all = readings(["1", "a"], ["1", "a"], { items: ["number", "string"] });
    expect(all).toEqual([
      [1, "a"],
      ["1", "a"],
    ]);
  });
});

const place = "#/somewhere";
const anything = validator<unknown>(place, () => {});

/** Any name and any text but halves of surrogate pairs, which cannot be sent. */
const text = fc.string({ unit: "binary" });
const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
const items = fc.array(value, { minLength: 1 });
const reads = { types: ["boolean", "number", "string"], items: ["boolean", "number", "string"] } as const;

/** What arrives is the text of each value, and reading it as a text gives that back. */
const texts = (given: unknown): readonly string[] => (Array.isArray(given) ? given : [given]).map(String);

function arrived(
  parameter: Omit<RouteParameter, "validator">,
  url: string,
  headers: HeadersInit = {},
): unknown {
  const request = {
    path: pathTexts({ path: `/{${parameter.name}}`, baseUrl: "*" }, new URL(url)) ?? new Map(),
    url: new URL(url),
    headers: new Headers(headers),
    cookies: {},
  };
  return parameterTexts({ ...parameter, reads }, request);
}

const list = (given: readonly unknown[]): unknown => expect.objectContaining({ parts: texts(given) });

describe("what the client writes is read again", () => {
  const name = fc.string({ unit: "binary", minLength: 1 });

  test("in the query, an array as pairs of their own or as one", () => {
    fc.assert(
      fc.property(name, items, (name, given) => {
        const repeated = arrived({ in: "query", name }, `https://x.test/y${query({ [name]: given })}`);
        expect(repeated).toEqual(list(given));
        const inOne = arrived(
          { in: "query", name, explode: false },
          `https://x.test/y${query({}, joined({ [name]: given }))}`,
        );
        fc.pre(texts(given).join("") !== "" || given.length > 1);
        expect(inOne).toEqual(list(given));
      }),
      runs(100),
    );
  });

  test("in the path", () => {
    fc.assert(
      fc.property(items, (given) => {
        fc.pre(!/[/\\]|^\.{0,2}$/.test(texts(given).join(",")));
        const path = expand("/{id}", { id: simple(given) });
        expect(arrived({ in: "path", name: "id" }, `https://x.test${path}`)).toEqual(list(given));
      }),
      runs(100),
    );
  });

  test("in a cookie", () => {
    fc.assert(
      fc.property(name, items, (name, given) => {
        const cookie = cookies({ [name]: given }) ?? "";
        expect(arrived({ in: "cookie", name }, "https://x.test/y", { cookie })).toEqual(list(given));
      }),
      runs(100),
    );
  });

  test("in a header, where values are not encoded", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[!-+\--~]([ -+\--~]*[!-+\--~])?$/), { minLength: 1 }),
        (given) => {
          const sent = { "X-Things": header(given) ?? "" };
          const parameter = { in: "header", name: "x-things" } as const;
          expect(arrived(parameter, "https://x.test/y", sent)).toEqual(list(given));
        },
      ),
      runs(100),
    );
  });

  test("in a form", () => {
    fc.assert(
      fc.property(name, items, (name, given) => {
        const fields = new URLSearchParams(String(form({ [name]: given })?.body));
        expect(fields.getAll(name)).toEqual(texts(given));
      }),
      runs(100),
    );
  });
});

describe("a parameter", () => {
  const parameter = (name: string, where: RouteParameter["in"]): Omit<RouteParameter, "validator"> => ({
    in: where,
    name,
  });

  test("that is not there has no texts", () => {
    const nothing = { whole: [], parts: [], members: new Map() };
    for (const where of ["path", "query", "header", "cookie"] as const)
      for (const name of ["a", "constructor", "__proto__"])
        expect(arrived(parameter(name, where), "https://x.test/y/z?b=1", { cookie: "b=1" })).toEqual(nothing);
  });

  test("in the query can be written by a browser's form, and without a value", () => {
    const whole = (url: string): unknown =>
      (arrived(parameter("a b", "query"), url) as { readonly whole: unknown }).whole;
    expect(whole("https://x.test/?a+b=c+d%2Be&&x")).toEqual(["c d+e"]);
    expect(whole("https://x.test/?a%20b")).toEqual([""]);
    expect(whole("https://x.test/?a%20b=%zz%C3")).toEqual(["%zz\ufffd"]);
  });

  test("in a cookie can be one that only the platform sees", () => {
    const request = {
      path: new Map<string, string>(),
      url: new URL("https://x.test/"),
      headers: new Headers(),
      cookies: { session: "a%b;c" },
    };
    const named = (name: string): RouteParameter => ({ in: "cookie", name, validator: anything });
    expect(parameterTexts(named("session"), request).whole).toEqual(["a%b;c"]);
    expect(parameterTexts(named("constructor"), request).whole).toEqual([]);
  });

  test("in a cookie that is there twice is the first one, unless it is an array", () => {
    const headers = { cookie: "a=1; a=2" };
    const request = {
      path: new Map<string, string>(),
      url: new URL("https://x.test/"),
      headers: new Headers(headers),
      cookies: {},
    };
    const single: RouteParameter = { in: "cookie", name: "a", validator: anything };
    expect(parameterTexts(single, request).whole).toEqual(["1"]);
    expect(parameterTexts({ ...single, reads: { items: ["string"] } }, request).whole).toEqual(["1", "2"]);
  });
});
