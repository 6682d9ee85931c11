import { describe, expect, test } from "vitest";
import { simple } from "../../../generator/runtime/path-styles.js";
import { expand } from "../../../generator/runtime/path.js";
import { eachTestHasAServer } from "../../support/server.js";
import { clientOf, fetchThing } from "./thing.js";

const server = eachTestHasAServer();

describe("a path parameter", () => {
  test.each<[what: string, value: unknown]>([
    ["the segment above", ".."],
    ["the same segment", "."],
    ["an empty text", ""],
    ["null", null],
    ["an empty list", []],
    ["a slash", "a/b"],
    ["a lone slash", "/"],
    ["a backslash", "a\\b"],
    ["a way up in the middle", "a/../b"],
  ])("refuses %s and names itself", (_, value) => {
    const values = { AccountSid: "AC1", Sid: value as string };
    expect(() => expand("/Accounts/{AccountSid}/Things/{Sid}.json", values)).toThrow(
      /^parameter Sid cannot be /,
    );
  });

  test("refuses to be missing and names itself", () => {
    expect(() => expand("/{Sid}", { Sid: undefined })).toThrow("parameter Sid cannot be undefined");
  });

  test("shows the value that it refuses", () => {
    expect(() => expand("/{Sid}", { Sid: "a/b" })).toThrow('"a/b"');
  });

  test.each<[what: string, value: string | number | boolean | bigint, written: string]>([
    ["a space", "a b", "a%20b"],
    ["a question mark and a hash", "a?b#c", "a%3Fb%23c"],
    ["a percent sign", "100%", "100%25"],
    ["an escaped dot segment", "%2e%2e", "%252e%252e"],
    ["an escaped slash", "a%2Fb", "a%252Fb"],
    ["letters beyond ASCII", "größe", "gr%C3%B6%C3%9Fe"],
    ["three dots", "...", "..."],
    ["dots around a name", ".a.", ".a."],
    ["a semicolon, an equals sign and an ampersand", ";a=1&b", "%3Ba%3D1%26b"],
    ["a colon and an at sign", "a:b@c", "a%3Ab%40c"],
    ["braces", "{AccountSid}", "%7BAccountSid%7D"],
    ["a dollar sign", "$&$1", "%24%26%241"],
    ["a comma", "a,b", "a%2Cb"], // RFC 6570, section 3.2.2: only separators stay bare.
    ["a number", 12, "12"],
    ["a boolean", false, "false"],
    ["a big number", 9007199254740993n, "9007199254740993"],
  ])("writes %s", (_, value, written) => {
    expect(expand("/{x}/end", { x: value })).toBe(`/${written}/end`);
  });

  test("separates the items of a list by commas and escapes those inside them", () => {
    expect(expand("/{x}", { x: simple(["a", "b c"]) })).toBe("/a,b%20c");
    expect(expand("/{x}", { x: simple(["a,b", "c"]) })).toBe("/a%2Cb,c");
  });

  test("refuses an item with a slash", () => {
    expect(() => expand("/{ids}", { ids: simple(["a", "b/c"]) })).toThrow(/^parameter ids/);
  });

  test("names itself when its text is no Unicode", () => {
    expect(() => expand("/{Sid}", { Sid: "\ud800" })).toThrow(
      new TypeError('parameter Sid cannot be "\\ud800"'),
    );
  });

  test("fills every place of its name and leaves the rest of the path alone", () => {
    expect(expand("/{a}/x.{b}/{a}?fixed=1", { a: "1", b: "2" })).toBe("/1/x.2/1?fixed=1");
  });

  test("reaches the server as it was written", async () => {
    const request = { path: "/a/{x}.json", values: { x: "%2e%2e ü?#" } };
    await fetchThing(clientOf(server().origin), {}, request);
    expect(server().requests[0]?.target).toBe("/a/%252e%252e%20%C3%BC%3F%23.json");
  });

  test("that is refused rejects the call and sends nothing", async () => {
    const call = fetchThing(clientOf(server().origin), {}, { path: "/a/{x}", values: { x: ".." } });
    await expect(call).rejects.toThrow(/^parameter x cannot be/);
    await expect(call.result()).rejects.toThrow(TypeError);
    expect(server().requests).toEqual([]);
  });
});
