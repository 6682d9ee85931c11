/** Whether the examples and defaults of the description are what their schemas allow. */
import type { DiagnosticCode, Report } from "../diagnostics.js";
import { type Json, joinPointer } from "../json.js";
import type { Api, Operation } from "../model/api.js";
import type { Content } from "../model/content.js";
import { type Schema, childSchemas } from "../model/schema.js";
import type { Judge } from "../validate/proof.js";

/** Warns of those that are not. */
export function reportExamples(api: Api, judge: Judge, report: Report): void {
  const check = (code: DiagnosticCode, schema: Schema, value: Json | undefined, pointer: string): void => {
    const [issue] = value === undefined ? [] : judge.issues(schema, value);
    if (issue !== undefined) report(code, pointer, `${issue.pointer || "it"} breaks ${issue.keyword}`);
  };
  const visit = (schema: Schema): void => {
    const { default: value, examples = [] } = schema.annotations;
    check("default-invalid", schema, value, joinPointer(schema.pointer, "default"));
    examples.forEach((each, i) => {
      check("example-invalid", schema, each, joinPointer(schema.pointer, "examples", i));
    });
    childSchemas(schema).forEach(visit);
  };
  // What requests see of a schema is seen by answers as well, unless it is of requests alone.
  for (const { id, schema } of api.schemas.values()) if (!id.endsWith(">request")) visit(schema);
  for (const operation of api.resources.flatMap((each) => each.operations)) {
    for (const { schema, example, pointer } of operation.parameters) {
      visit(schema);
      check("example-invalid", schema, example, joinPointer(pointer, "example"));
    }
    for (const { schema, example, pointer } of jsonContents(operation))
      if (schema !== undefined) check("example-invalid", schema, example, joinPointer(pointer, "example"));
  }
}

/** Examples of other media types may be texts of these. */
function jsonContents({ body, responses }: Operation): readonly Content[] {
  const contents = [...(body?.contents ?? []), ...responses.flatMap((each) => each.contents)];
  return contents.filter((each) => each.codec === "json");
}
