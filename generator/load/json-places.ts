/** Where in a JSON text a JSON Pointer stands. */
import { type Node, parseTree } from "jsonc-parser";
import { splitPointer } from "../json.js";

/** Gives the offset of what stands at a pointer, of a member that of its name, or of its nearest ancestor that exists. */
export function jsonOffsets(text: string): (pointer: string) => number {
  let root: Node | undefined;
  return (pointer) => {
    root ??= parseTree(text);
    let node = root;
    let offset = root?.offset ?? 0;
    for (const key of splitPointer(pointer)) {
      const found = childAt(node, key);
      if (found === undefined) break;
      ({ node, offset } = found);
    }
    return offset;
  };
}

function childAt(
  parent: Node | undefined,
  key: string,
): { readonly node: Node | undefined; readonly offset: number } | undefined {
  if (parent?.type === "array") {
    const item = parent.children?.[Number(key)];
    return item && { node: item, offset: item.offset };
  }
  const property = parent?.children?.find((each) => each.children?.[0]?.value === key);
  return property && { node: property.children?.[1], offset: property.offset };
}
