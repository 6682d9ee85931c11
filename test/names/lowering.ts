/** A description written in a test, and what lowering makes of it. */
import type { Diagnostic } from "../../generator/diagnostics.js";
import type { JsonObject } from "../../generator/json.js";
import type { Api, Operation } from "../../generator/model/api.js";
import { operationsOf } from "../../generator/model/api.js";
import { canonical, lower } from "../../generator/model/lower.js";
import { converterOf, isAsserted } from "../../generator/model/formats.js";

export interface Lowered {
  readonly api: Api;
  /** The codes of what was reported, in the order of the passes. */
  readonly codes: readonly Diagnostic["code"][];
}

/** Lowers the description whose fields beside `openapi` and `info` are given; date-times become `Date`s. */
export function lowered(fields: JsonObject): Lowered {
  const codes: Diagnostic["code"][] = [];
  const formats = { "date-time": "Date" } as const;
  const data = canonical({ openapi: "3.1.0", info: { title: "Test", version: "1.0.0" }, ...fields });
  const report = (code: Diagnostic["code"]): void => void codes.push(code);
  return {
    api: lower(data, "3.1", report, { asserts: isAsserted(formats), converts: converterOf(formats) }),
    codes,
  };
}

/** The operation of a name. */
export function operationOf({ api }: Lowered, name: string): Operation {
  const found = operationsOf(api).find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no operation called ${name}`);
  return found;
}
