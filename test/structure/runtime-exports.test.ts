/** What `api.md` says of the runtime: it is told from the runtime's own text. */
import { expect, test } from "vitest";
import { runtimeExports } from "../../generator/plan/runtime-exports.js";
import { runtimeText } from "../../generator/render/runtime-folder.js";

const text = `/** One thing. (RFC 1.2) */
export class Thing {}

export const silent = 1;

/**
 * Gives a thing, in
 * 1.5 seconds. And more.
 */
export async function give(): Promise<Thing> {}
`;

const exportOf = (name: string): unknown => runtimeExports(() => text)("runtime/thing", name);

test("an export has the kind of its declaration and the first sentence of its comment", () => {
  expect(exportOf("Thing")).toEqual({ kind: "class", docs: "One thing." });
  expect(exportOf("give")).toEqual({ kind: "function", docs: "Gives a thing, in 1.5 seconds." });
});

test("a name that the module does not export, or not with a comment, is a bug", () => {
  expect(() => exportOf("unknown")).toThrow("bug: runtime/thing exports no unknown");
  expect(() => exportOf("silent")).toThrow("bug: runtime/thing exports no silent");
});

test("the modules of the runtime are found by the paths that they have in packages", () => {
  const { kind, docs } = runtimeExports(runtimeText)("runtime/errors", "ApiError");
  expect(kind).toBe("class");
  expect(docs).toBe("The server answered with an error status.");
});
