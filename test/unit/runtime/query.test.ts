import { describe, expect, test } from "vitest";
import { cookies } from "../../../generator/runtime/cookies.js";
import { joined } from "../../../generator/runtime/delimited.js";
import { header } from "../../../generator/runtime/header.js";
import { query } from "../../../generator/runtime/query.js";
import { eachTestHasAServer } from "../../support/server.js";
import { clientOf, fetchThing } from "./thing.js";

const server = eachTestHasAServer();

describe("the query", () => {
  test.each<[what: string, values: Parameters<typeof query>[0], written: string]>([
    ["is empty without values", {}, ""],
    ["is empty when all are undefined", { a: undefined, b: [] }, ""],
    ["leaves out undefined and keeps the order", { b: 1, gone: undefined, a: 2 }, "?b=1&a=2"],
    ["writes null and an empty text as a bare name", { a: null, b: "" }, "?a=&b="],
    ["writes booleans and zero", { on: true, off: false, zero: 0 }, "?on=true&off=false&zero=0"],
    ["repeats the name of a list", { id: [1, 2], x: "y" }, "?id=1&id=2&x=y"],
    ["writes a space as %20, which every server reads alike", { q: "a b" }, "?q=a%20b"],
    ["escapes what separates", { "a&b": "c=d&e#f+g" }, "?a%26b=c%3Dd%26e%23f%2Bg"],
    ["writes brackets of a name", { "filter[a]": "1" }, "?filter%5Ba%5D=1"],
    ["writes letters beyond ASCII as UTF-8", { q: "ü📞" }, "?q=%C3%BC%F0%9F%93%9E"],
  ])("%s", (_, values, written) => {
    expect(query(values)).toBe(written);
  });

  test("keeps a parameter that is called __proto__", () => {
    expect(query({ ["__proto__"]: "x" })).toBe("?__proto__=x");
  });

  test("names the parameter whose text is no Unicode", () => {
    expect(() => query({ q: "\udc00" })).toThrow(/q/);
  });

  test("separates the items of a joined list by commas and escapes those inside them", () => {
    // RFC 6570, section 3.2.8; OpenAPI 3.1, style form without explode.
    expect(query({ a: "1" }, joined({ x: ["a,b", "c d"] }))).toBe("?a=1&x=a%2Cb,c%20d");
  });

  test("writes an empty joined list as a bare name and leaves out undefined", () => {
    expect(query({}, joined({ x: [], gone: undefined }))).toBe("?x=");
  });

  test("reaches the server as it was written", async () => {
    await fetchThing(clientOf(server().origin), {}, { query: query({ q: "a b+ü", n: [1, 2] }) });
    expect(server().requests[0]?.target).toBe("/thing?q=a%20b%2B%C3%BC&n=1&n=2");
  });

  test("follows a base URL with a path of its own", async () => {
    await fetchThing(clientOf(`${server().origin}/v1`), {}, { query: "?a=1" });
    expect(server().requests[0]?.target).toBe("/v1/thing?a=1");
  });

  test("follows a base URL that ends in a slash", async () => {
    await fetchThing(clientOf(`${server().origin}/v1/`), {}, { query: "?a=1" });
    expect(server().requests[0]?.target).toBe("/v1/thing?a=1");
  });
});

describe("a header parameter", () => {
  test("separates the items of a list by commas and skips undefined", () => {
    expect(header([1, undefined, "b"])).toBe("1,b");
    expect(header(undefined)).toBeUndefined();
  });
});

describe("the cookie header", () => {
  test("separates cookies by semicolons and escapes them inside", () => {
    expect(cookies({ lang: "de; x=1", theme: "dark" })).toBe("lang=de%3B%20x%3D1; theme=dark");
  });

  test("is absent without cookies", () => {
    expect(cookies({ lang: undefined })).toBeUndefined();
  });
});
