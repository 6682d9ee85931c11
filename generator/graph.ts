/** Graphs: which nodes belong together, and what tells nodes apart by all that they lead to. */
import { digest } from "./digest.js";

/** Groups of nodes that lead to each other, each after those that it leads to (Tarjan's strongly connected components). */
export function groupsOf(
  nodes: Iterable<string>,
  next: (node: string) => Iterable<string>,
): readonly (readonly string[])[] {
  const groups: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();

  const visit = (node: string): number => {
    const own = index.size;
    let lowest = own;
    index.set(node, own);
    stack.push(node);
    onStack.add(node);
    for (const each of new Set(next(node))) {
      if (!index.has(each)) lowest = Math.min(lowest, visit(each));
      else if (onStack.has(each)) lowest = Math.min(lowest, low.get(each) ?? index.get(each) ?? lowest);
    }
    low.set(node, lowest);
    if (lowest === own) {
      const group = stack.splice(stack.indexOf(node));
      for (const each of group) onStack.delete(each);
      groups.push(group);
    }
    return lowest;
  };

  for (const node of nodes) if (!index.has(node)) visit(node);
  return groups;
}

/** Digests that are equal where nothing differs that a node leads to; `own` tells what each says itself. Nodes that lead to each other have one. */
export function closureDigests(
  nodes: Iterable<string>,
  next: (node: string) => Iterable<string>,
  own: (node: string) => string,
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const group of groupsOf(nodes, next)) {
    const below = new Set(group.flatMap((node) => [...next(node)]).filter((node) => !group.includes(node)));
    const key = digest(JSON.stringify([group.map(own), [...below].map((node) => [node, keys.get(node)])]));
    for (const node of group) keys.set(node, key);
  }
  return keys;
}
