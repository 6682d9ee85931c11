/** Overlays: what their actions change, what they leave alone, and where what is left stands. */
import { describe, expect, test } from "vitest";
import { applyOverlays } from "../../generator/load/overlay.js";
import { type Source, parseSource } from "../../generator/load/source.js";

async function sourceOf(file: string, text: string): Promise<Source> {
  const loaded = await parseSource(file, text);
  if ("diagnostics" in loaded) throw new Error(loaded.diagnostics.map((each) => each.message).join());
  return loaded.source;
}

/** The description as actions, written in YAML, leave it. */
async function changed(description: string, actions: string): Promise<Source> {
  const overlay = await sourceOf("overlay.yaml", `overlay: 1.0.0\nactions:\n${actions}`);
  const { source, diagnostics } = applyOverlays(await sourceOf("spec.yaml", description), [overlay]);
  expect(diagnostics).toEqual([]);
  return source;
}

const list = "tags:\n- a\n- b\n- c\n- d";

describe("what is removed from a list", () => {
  test.each([
    ["$.tags[1,0]", ["c", "d"]],
    ["$.tags[0,1]", ["c", "d"]],
    ["$.tags[0,0]", ["b", "c", "d"]],
    ["$.tags[-1,0,3]", ["b", "c"]],
    ["$.tags.*", []],
  ])("is what %s selects, and each item once", async (target, tags) => {
    expect((await changed(list, `- { target: "${target}", remove: true }`)).data).toEqual({ tags });
  });

  test("may be inside of what is removed as well", async () => {
    const { data } = await changed(
      "a: [[1, 2], [3, 4], [5, 6]]",
      '- { target: "$.a[0, 1, 2][0]", remove: true }\n- { target: "$[\'a\'][0,1]", remove: true }\n' +
        '- { target: "$..*[?(@ == 6)]", remove: true }',
    );
    expect(data).toEqual({ a: [[]] });
    const all = await changed("a: [[1, 2], [3, 4]]", '- { target: "$.a..*", remove: true }');
    expect(all.data).toEqual({ a: [] });
  });

  test("moves the places of the items behind it only", async () => {
    const { locate } = await changed(list, '- { target: "$.tags[1,2]", remove: true }');
    expect([0, 1].map((i) => locate(`/tags/${i}`).line)).toEqual([2, 5]);
  });

  test("moves what an overlay wrote, and what it wrote afterwards stays", async () => {
    const { data, locate } = await changed(
      list,
      "- target: $.tags\n  update: e\n- target: $.tags[0]\n  remove: true\n- target: $.tags\n  update: f",
    );
    expect(data).toEqual({ tags: ["b", "c", "d", "e", "f"] });
    expect([2, 3, 4].map((i) => locate(`/tags/${i}`))).toMatchObject([
      { file: "spec.yaml", line: 5 },
      { file: "overlay.yaml", line: 4 },
      { file: "overlay.yaml", line: 8 },
    ]);
  });
});

describe("what several places share by an alias", () => {
  const shared = "a: &x { tags: [t], deep: { b: 1 } }\nc: *x";

  test("changes in the place alone that an update targets", async () => {
    const { data } = await changed(shared, "- target: $.a\n  update: { tags: [u], deep: { b: 2 } }");
    expect(data).toEqual({ a: { tags: ["t", "u"], deep: { b: 2 } }, c: { tags: ["t"], deep: { b: 1 } } });
  });

  test("is removed in the place alone that is targeted", async () => {
    const { data } = await changed(shared, "- { target: $.c.deep.b, remove: true }");
    expect(data).toEqual({ a: { tags: ["t"], deep: { b: 1 } }, c: { tags: ["t"], deep: {} } });
  });

  test("changes once in each place where all are targeted", async () => {
    const { data } = await changed(shared, "- { target: $.*.tags, update: u }");
    expect(data).toMatchObject({ a: { tags: ["t", "u"] }, c: { tags: ["t", "u"] } });
  });

  test("changes in one place also where the overlay has the alias", async () => {
    const { data } = await changed(
      "a: {}",
      "- target: $.a\n  update: { x: &y { n: 1 }, z: *y }\n- target: $.a.x\n  update: { n: 2 }",
    );
    expect(data).toEqual({ a: { x: { n: 2 }, z: { n: 1 } } });
  });
});

test("the description that overlays are applied to stays as it is", async () => {
  const before = await sourceOf("spec.yaml", list);
  const overlay = await sourceOf(
    "overlay.yaml",
    "overlay: 1.0.0\nactions: [{ target: $.tags, update: e }, { target: '$.tags[0]', remove: true }]",
  );
  applyOverlays(before, [overlay]);
  expect(before.data).toEqual({ tags: ["a", "b", "c", "d"] });
});
