/** Whether the examples and defaults of the description are what their schemas allow. */
import type { DiagnosticCode, Report } from "../diagnostics.js";
import { type Json, joinPointer } from "../json.js";
import { type Memo, recalled } from "../memo.js";
import type { Api, Operation, Resource } from "../model/api.js";
import type { Content } from "../model/content.js";
import { type Schema, childSchemas } from "../model/schema.js";
import type { Judge } from "../validate/proof.js";
import type { KeyOf, Owner } from "./owner-keys.js";

/** A mistake, with the pointer to it. */
type Mistake = readonly [code: DiagnosticCode, pointer: string, detail: string];

/** Warns of those that are not. What `memo` knows of is not judged again. */
export function reportExamples(
  { schemas, resources }: Api,
  judge: Judge,
  report: Report,
  keyOf: KeyOf,
  memo: Memo,
): void {
  // What requests see of a schema is seen by answers as well, unless it is of requests alone.
  const own = [...schemas.values()].filter(({ id }) => !id.endsWith(">request"));
  const tell = (owner: Owner, id: string, mistakes: () => readonly Mistake[]): void => {
    for (const mistake of recalled("examples", `${id}\n${keyOf(owner)}`, memo, mistakes)) report(...mistake);
  };
  for (const each of own) tell(each, each.id, () => ofSchema(each.schema, judge));
  for (const each of resources) tell(each, each.name, () => ofResource(each, judge));
}

const ofResource = ({ operations }: Resource, judge: Judge): readonly Mistake[] =>
  operations.flatMap((operation) => [
    ...operation.parameters.flatMap(({ schema, example, pointer }) => [
      ...ofSchema(schema, judge),
      ...ofValue("example-invalid", schema, example, joinPointer(pointer, "example"), judge),
    ]),
    ...jsonContents(operation).flatMap(({ schema, example, pointer }) =>
      schema === undefined
        ? []
        : ofValue("example-invalid", schema, example, joinPointer(pointer, "example"), judge),
    ),
  ]);

function ofSchema(schema: Schema, judge: Judge): readonly Mistake[] {
  const { default: value, examples = [], isSingle } = schema.annotations;
  const place = (index: number): string =>
    isSingle === true
      ? joinPointer(schema.pointer, "example")
      : joinPointer(schema.pointer, "examples", index);
  return [
    ...ofValue("default-invalid", schema, value, joinPointer(schema.pointer, "default"), judge),
    ...examples.flatMap((each, i) => ofValue("example-invalid", schema, each, place(i), judge)),
    ...childSchemas(schema).flatMap((each) => ofSchema(each, judge)),
  ];
}

function ofValue(
  code: DiagnosticCode,
  schema: Schema,
  value: Json | undefined,
  pointer: string,
  judge: Judge,
): readonly Mistake[] {
  const [issue] = value === undefined ? [] : judge.issues(schema, value);
  return issue === undefined ? [] : [[code, pointer, `${issue.pointer || "it"} breaks ${issue.keyword}`]];
}

/** Examples of other media types may be texts of these. */
function jsonContents({ body, responses }: Operation): readonly Content[] {
  const contents = [...(body?.contents ?? []), ...responses.flatMap((each) => each.contents)];
  return contents.filter((each) => each.codec === "json");
}
