/** The template of a path and its parameters (OpenAPI 3.1, section 4.8.8.1): each expression has its own, and no other is there. */
import { joinPointer } from "../json.js";
import type { Unnamed } from "./lower-parameter.js";
import type { At, Reader } from "./reader.js";

/**
 * The parameters of an operation at a path: one that is missing can be nothing but a text, and one that the path has no
 * place for cannot be sent.
 */
export function agreeWithPath(
  reader: Reader,
  operation: At,
  path: string,
  parameters: readonly Unnamed[],
): readonly Unnamed[] {
  const names = [...new Set([...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ""))];
  const isHomeless = (each: Unnamed): boolean => each.in === "path" && !names.includes(each.name);
  for (const each of parameters.filter(isHomeless))
    reader.report("path-parameter-unused", each.pointer, `${each.name} does not stand in ${path}`);
  const missing = names.filter(
    (name) => !parameters.some((each) => each.in === "path" && each.name === name),
  );
  for (const name of missing)
    reader.report("path-parameter-undeclared", operation.pointer, `{${name}} of ${path}`);
  return [
    ...parameters.filter((each) => !isHomeless(each)),
    ...missing.map((name) => textNamed(name, joinPointer(operation.pointer, "parameters", name))),
  ];
}

const textNamed = (name: string, pointer: string): Unnamed => ({
  ...{ pointer, name, in: "path", required: true, deprecated: false },
  schema: { pointer, types: ["string"], annotations: {} },
  ...{ style: "simple", explode: false, allowReserved: false, json: false },
});
