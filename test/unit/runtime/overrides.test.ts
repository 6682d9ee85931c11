import { describe, expect, expectTypeOf, test } from "vitest";
import { type Overrides, factory, list } from "../../../generator/runtime/fixture.js";

interface Person {
  name: string;
  tags: string[];
  home?: { city: string; zip?: string };
}

const person = factory<Person>("#/Person", (seed) => ({
  name: `p${seed}`,
  tags: list(seed, 2, String),
  home: { city: "Berne", zip: "3000" },
}));
const bare = factory<Person>("#/Bare", () => ({ name: "bare", tags: [] }));

describe("the overrides of a fixture", () => {
  test("replace a property and leave the others as they were", () => {
    expect(person({ name: "Ada" })).toEqual({ ...person(), name: "Ada" });
  });

  test("reach into nested objects", () => {
    expect(person({ home: { city: "Bonn" } }).home).toEqual({ city: "Bonn", zip: "3000" });
  });

  test("replace lists as a whole", () => {
    expect(person({ tags: ["only"] }).tags).toEqual(["only"]);
    expect(person({ tags: [] }).tags).toEqual([]);
  });

  test("take a property away by undefined, at any depth", () => {
    expect(Object.keys(person({ home: undefined }))).toEqual(["name", "tags"]);
    expect(person({ home: { zip: undefined } }).home).toStrictEqual({ city: "Berne" });
  });

  test("leave no undefined behind where the sample has no such object", () => {
    expect(bare({ home: { city: "Bonn", zip: undefined } })).toStrictEqual({
      name: "bare",
      tags: [],
      home: { city: "Bonn" },
    });
  });

  test("keep the order of the properties", () => {
    expect(Object.keys(person({ home: { city: "Bonn" }, name: "Ada" }))).toEqual(["name", "tags", "home"]);
  });

  test("do not change the values of another call", () => {
    const before = structuredClone(person());
    const changed = person({ home: { city: "Bonn" } });
    changed.tags.push("more");
    expect(person()).toEqual(before);
  });

  test("do not reach the prototype through __proto__", () => {
    const hostile = JSON.parse(
      '{"__proto__":{"polluted":1},"home":{"__proto__":{"polluted":1}},"constructor":{"prototype":{"polluted":1}}}',
    ) as Overrides<Person>;
    const made = person(hostile);
    for (const each of [made, made.home, {}, Object]) expect(each).not.toHaveProperty("polluted");
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(made.home)).toBe(Object.prototype);
    expect(Object.hasOwn(made, "__proto__")).toBe(true);
  });

  test("do not take members of Object for properties of the sample", () => {
    const made = person({ toString: { a: 1 } } as unknown as Overrides<Person>);
    expect(Object.getOwnPropertyDescriptor(made, "toString")?.value).toEqual({ a: 1 });
  });

  test("are checked against the type, partial at any depth", () => {
    expectTypeOf<{ home: { city: "Bonn" } }>().toExtend<Overrides<Person>>();
    expectTypeOf<{ home: undefined; name: undefined }>().toExtend<Overrides<Person>>();
    expectTypeOf<{ name: 1 }>().not.toExtend<Overrides<Person>>();
    expectTypeOf<{ home: { city: 1 } }>().not.toExtend<Overrides<Person>>();
    expectTypeOf<{ tags: [1] }>().not.toExtend<Overrides<Person>>();
    expectTypeOf(person).returns.toEqualTypeOf<Person>();
  });
});
