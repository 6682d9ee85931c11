/** The modules of the package that specwright makes of a description in the code of a test, ready to run. */
import { formatDiagnostic, hasErrors } from "../../generator/diagnostics.js";
import { emit } from "../property/emit.js";
import { type Namespace, loadPackage } from "./load-package.js";

/** The namespaces of `entries` (paths below `src`); throws where the description has errors. */
export async function emittedPackage<const Entry extends string>(
  description: object,
  entries: readonly Entry[],
): Promise<Readonly<Record<Entry, Namespace>>> {
  const { files, diagnostics } = await emit(description);
  if (files === undefined || hasErrors(diagnostics))
    throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  return loadPackage(files, entries);
}

/** A GET that answers JSON, as an Operation Object. */
export function getting(operationId: string, schema: object, more: object = {}): object {
  return { operationId, responses: answers(schema), ...more };
}

/** An operation with a JSON body that answers JSON. */
export function taking(operationId: string, body: object, schema: object, more: object = {}): object {
  return {
    operationId,
    requestBody: { required: true, content: { "application/json": { schema: body } } },
    responses: answers(schema),
    ...more,
  };
}

const answers = (schema: object): object => ({
  "200": { description: "It.", content: { "application/json": { schema } } },
  default: {
    description: "A problem.",
    content: {
      "application/json": {
        schema: { type: "object", required: ["message"], properties: { message: { type: "string" } } },
      },
    },
  },
});

/** A description of an API somewhere. */
export function describing(paths: object, more: object = {}): object {
  return { openapi: "3.1.0", info: { title: "Things", version: "1" }, paths, ...more };
}
