import { describe, expect, test } from "vitest";
import { moreConcreteThan } from "../../generator/plan/concrete-paths.js";

describe("a path that is matched before another one", () => {
  test.each<readonly [string, readonly string[]]>([
    ["/users/{id}", ["/users/me", "/users/{id}.json", "/users/by-{name}"]],
    ["/users/{id}.json", []],
    ["/users/me", []],
    ["/users/{id}/{part}", ["/users/me/{part}", "/users/{id}/toys", "/users/me/toys"]],
    ["/users/me/{part}", ["/users/me/toys"]],
    ["/{anything}", ["/users", "/a.b"]],
    ["/a.b", []],
  ])("%s", (path, expected) => {
    const all = [
      ...["/users", "/users/{id}", "/users/{other}", "/users/me", "/users/{id}.json", "/users/by-{name}"],
      ...[
        "/users/{id}/{part}",
        "/users/me/{part}",
        "/users/{id}/toys",
        "/users/me/toys",
        "/{anything}",
        "/a.b",
      ],
    ];
    expect(moreConcreteThan(all)(path)).toEqual(expected);
  });

  test("is not one that matches other URLs as well", () => {
    expect(moreConcreteThan(["/{a}/x", "/y/{b}", "/{b}/x", "/y/x/z"])("/{a}/x")).toEqual([]);
  });
});
