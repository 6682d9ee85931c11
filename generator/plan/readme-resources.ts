/** What the README of a large package says of its operations: by resource, a line for each and one example. */
import type { Code } from "../code/code.js";
import { firstSentence, prose, span } from "../code/markdown.js";
import type { View } from "../code/module.js";
import { type Api, type Operation, type Resource, operationsOf, requestLine } from "../model/api.js";

/** How many operations are shown with an example each. */
const mostExamples = 40;

/** Undefined where the API is small enough for an example of each operation. */
export function resourcesOf(
  api: Api,
  exampleOf: (operation: Operation) => Code,
): readonly View[] | undefined {
  if (operationsOf(api).length <= mostExamples) return undefined;
  return api.resources.map((resource) => ({
    title: span(resource.name),
    operations: resource.operations.map(lineOf),
    example: exampleOf(typical(resource)),
  }));
}

function lineOf(operation: Operation): View {
  const { name, deprecated, summary, description } = operation;
  const text = summary ?? description;
  return {
    name: span(name),
    route: span(requestLine(operation)),
    deprecated,
    summary: text === undefined ? undefined : prose(firstSentence(text)),
  };
}

/** A call with a body shows more than others; next is one that takes pages, then one that only reads. */
function typical({ operations }: Resource): Operation {
  const found =
    operations.find(({ body }) => body !== undefined) ??
    operations.find(({ paging }) => paging !== undefined) ??
    operations.find(({ verb }) => verb === "GET") ??
    operations[0];
  if (found === undefined) throw new Error("bug: a resource without operations");
  return found;
}
