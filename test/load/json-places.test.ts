/** Places in JSON, held to those of a parser that makes a tree. */
import fc from "fast-check";
import { type Node, parseTree } from "jsonc-parser";
import { expect, test } from "vitest";
import { joinPointer } from "../../generator/json.js";
import { jsonOffsets } from "../../generator/load/json-places.js";
import { runs } from "../support/runs.js";

/** The offset of everything in the text, by pointer. */
function offsetsIn(node: Node | undefined, pointer = "", offset = node?.offset ?? 0): [string, number][] {
  const inside = (node?.children ?? []).flatMap((child, i): [string, number][] => {
    if (node?.type === "array") return offsetsIn(child, joinPointer(pointer, i));
    const [name, value] = child.children ?? [];
    return offsetsIn(value, joinPointer(pointer, name?.value as string), child.offset);
  });
  return [[pointer, offset], ...inside];
}

const agrees = (text: string): void => {
  const at = jsonOffsets(text);
  const expected = offsetsIn(parseTree(text));
  expect(expected.map(([pointer]) => [pointer, at(pointer)])).toEqual(expected);
};

test("are those of its values and of the names of its members, however it is spaced", () => {
  const law = fc.property(fc.json({ noUnicodeString: false }), fc.nat(3), (text, space) => {
    agrees(text);
    agrees(` ${JSON.stringify(JSON.parse(text), null, space)}\n`);
  });
  fc.assert(law, runs(500));
});

test.each([
  String.raw`{"a\\": [1, -2.5e3 ,true,null, "x\"]}\\" , {"":{"b\"c":[]}, "d/e~":{} }] , "\u00e9" : "\\\\"}`,
  '"text"',
  "17",
  "[]",
  "\r\n\t[ [ ] , { } ]",
])("are right in %j", agrees);

test("of what is not there are those of the nearest that is", () => {
  const text = '{ "paths": { "/a": [1] } }';
  const at = jsonOffsets(text);
  expect(at("/paths/~1a/7/x")).toBe(text.indexOf('"/a"'));
  expect(at("/paths/constructor")).toBe(text.indexOf('"paths"'));
});

test("are found beside a string of many millions of characters", () => {
  const text = JSON.stringify({ long: "\\".repeat(4_000_000) + "a".repeat(8_000_000), last: 1 });
  expect(jsonOffsets(text)("/last")).toBe(text.indexOf('"last"'));
});
