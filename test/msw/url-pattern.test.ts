import { describe, expect, test } from "vitest";
import { pathTexts, urlPattern } from "../../generator/runtime/url-pattern.js";

const at = (path: string, baseUrl: string = "https://api.test", except: readonly string[] = []): RegExp =>
  urlPattern({ path, baseUrl, except });

/** The URL of a request as it arrives, without its query. */
const arrived = (url: string): string => {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
};

describe("the pattern of a path", () => {
  test.each([
    ["/pets", "https://api.test/pets", true],
    ["/pets", "https://api.test/pets/", false],
    ["/pets", "https://api.test/v1/pets", false],
    ["/pets/{id}", "https://api.test/pets/7", true],
    ["/pets/{id}", "https://api.test/pets/", false],
    ["/pets/{id}", "https://api.test/pets/7/toys", false],
    ["/pets/{id}", "https://api.test/pets/a%2Fb", true],
    ["/pets/{id}.json", "https://api.test/pets/7.json", true],
    ["/pets/{id}.json", "https://api.test/pets/7xjson", false],
    ["/{from}..{to}", "https://api.test/1..2", true],
    ["/a b", "https://api.test/a b", true],
    ["/a%20b", "https://api.test/a b", true],
    ["/größe", "https://api.test/größe", true],
    ["/größe", "https://api.test/gr%c3%b6%C3%9Fe", true],
    ["/a+b(c)*", "https://api.test/a+b(c)*", true],
    ["/a+b(c)*", "https://api.test/aab(c)*", false],
    ["/%zz", "https://api.test/%zz", true],
    ["/users/@me", "https://api.test/users/%40me", true],
    ["/\ud800", "https://api.test/\ud800", true],
  ])("%s and %s: %s", (path, url, matches) => {
    expect(at(path).test(arrived(url))).toBe(matches);
  });

  test("leaves URLs to more concrete paths", () => {
    const pattern = at("/users/{id}", "https://api.test", ["/users/me", "/users/by-{name}"]);
    const urls = ["me", "by-name", "you", "meme", "by-"].map((each) => `https://api.test/users/${each}`);
    expect(urls.map((each) => pattern.test(each))).toEqual([false, false, true, true, true]);
  });

  test("remembers nothing, so that it can be used again and again", () => {
    const pattern = at("/pets");
    expect([1, 2, 3].map(() => pattern.test("https://api.test/pets"))).toEqual([true, true, true]);
    expect("https://api.test/pets".match(pattern)).toHaveLength(1);
  });
});

describe("a base URL", () => {
  test.each([
    ["https://api.test/", "https://api.test/pets", true],
    ["https://API.test:443", "https://api.test/pets", true],
    ["http://localhost:4010/v1//", "http://localhost:4010/v1/pets", true],
    ["http://localhost:4010/v1", "http://localhost:4011/v1/pets", false],
    ["http://localhost:4010/v1", "http://localhost:4010/pets", false],
    ["*", "http://localhost:1/pets", true],
    ["*", "https://api.test/v1/pets", false],
    ["*", "https://pets/pets", true],
    ["*", "https://pets/", false],
    ["*/v1", "https://api.test/v1/pets", true],
    ["*/v1", "https://api.test/v2/v1/pets", false],
    ["/v1", "https://api.test/v1/pets", true],
    ["", "https://api.test/pets", true],
  ])("%s and %s: %s", (baseUrl, url, matches) => {
    expect(at("/pets", baseUrl).test(arrived(url))).toBe(matches);
  });

  test("takes the place of the one in the description", () => {
    const place = { path: "/pets", baseUrl: "https://api.test" };
    expect(urlPattern(place, "*").test("http://localhost/pets")).toBe(true);
  });

  test("must be one", () => {
    expect(() => at("/pets", "https://a b.test")).toThrow(TypeError);
  });
});

describe("the parameters in a path", () => {
  const texts = (path: string, url: string): unknown => {
    const found = pathTexts({ path, baseUrl: "*" }, new URL(url));
    return found && Object.fromEntries(found);
  };

  test("are found where their names stand, as they are written", () => {
    expect(texts("/a/{x}/b/{y-z}.json", "https://api.test/a/1%2C2,3/b/c.d.json?x=9#y")).toEqual({
      x: "1%2C2,3",
      "y-z": "c.d",
    });
  });

  test("are found by any name", () => {
    expect(texts("/{constructor}/{}", "https://api.test/a/b")).toEqual({ constructor: "a", "": "b" });
  });

  test("are not there in another path", () => {
    expect(texts("/a/{x}", "https://api.test/b/1")).toBeUndefined();
  });
});
