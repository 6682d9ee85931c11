import { describe, expect, test } from "vitest";
import { type Json } from "../../generator/json.js";
import { applyOverlays } from "../../generator/load/overlay.js";
import { type Source, parseSource } from "../../generator/load/source.js";

async function sourceOf(text: string): Promise<Source> {
  const loaded = await parseSource("spec.yaml", text);
  if (!("source" in loaded)) throw new Error(loaded.diagnostics.map((each) => each.message).join("\n"));
  return loaded.source;
}

/** The description after some actions; what they change must not change the source. */
async function changed(text: string, ...actions: readonly object[]): Promise<Json> {
  const source = await sourceOf(text);
  const before = structuredClone(source.data);
  const overlay = await sourceOf(JSON.stringify({ overlay: "1.0.0", actions }));
  const { source: after, diagnostics } = applyOverlays(source, [overlay]);
  expect(diagnostics).toEqual([]);
  expect(source.data).toEqual(before);
  return after.data;
}

const shared = `
a: &one { list: [1], inner: { text: x } }
b: *one
c: { d: *one }
`;
const one = { list: [1], inner: { text: "x" } };

describe("of what an alias makes one value of several places, an overlay changes", () => {
  test("only the one that it targets", async () => {
    expect(await changed(shared, { target: "$.a", update: { list: [2], name: "a" } })).toEqual({
      a: { list: [1, 2], inner: { text: "x" }, name: "a" },
      b: one,
      c: { d: one },
    });
  });

  test("only the one inside of which its target is", async () => {
    expect(await changed(shared, { target: "$.c.d.inner", update: { text: "y" } })).toEqual({
      a: one,
      b: one,
      c: { d: { list: [1], inner: { text: "y" } } },
    });
  });

  test("each that it targets, once", async () => {
    expect(await changed(shared, { target: "$['a','b']", update: { list: [2] } })).toEqual({
      a: { ...one, list: [1, 2] },
      b: { ...one, list: [1, 2] },
      c: { d: one },
    });
  });

  test("nothing else where it removes", async () => {
    expect(await changed(shared, { target: "$.b.inner.text", remove: true })).toEqual({
      a: one,
      b: { list: [1], inner: {} },
      c: { d: one },
    });
  });

  test("the same place twice where two actions do", async () => {
    const twice = [
      { target: "$.b", update: { list: [2] } },
      { target: "$.b", update: { list: [3] } },
    ];
    expect(await changed(shared, ...twice)).toEqual({
      a: one,
      b: { ...one, list: [1, 2, 3] },
      c: { d: one },
    });
  });
});

test("what one update wrote to two places is changed at one of them", async () => {
  const source = "a: {}\nb: {}";
  expect(
    await changed(
      source,
      { target: "$['a','b']", update: { inner: { list: [] } } },
      { target: "$.a.inner", update: { list: [1] } },
    ),
  ).toEqual({ a: { inner: { list: [1] } }, b: { inner: { list: [] } } });
});

test("`__proto__` is a name like any other", async () => {
  const after = await changed('{ "a": { "__proto__": { "b": 1 } } }', {
    target: "$.a['__proto__']",
    update: JSON.parse('{ "__proto__": { "c": 1 } }') as object,
  });
  expect(JSON.stringify(after)).toBe('{"a":{"__proto__":{"b":1,"__proto__":{"c":1}}}}');
  expect(({} as Record<string, unknown>)["c"]).toBeUndefined();
});
