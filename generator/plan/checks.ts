/** Plans the subpath `/checks`: what validation of calls is made of. */
import { code, join, typeFrom, valueFrom } from "../code/code.js";
import type { Module } from "../code/module.js";
import { type Api, operationsOf } from "../model/api.js";
import { NameTable } from "../model/names.js";
import { checksModule, checksName } from "./operation-checks.js";

/** The name of the list of all checks. */
function allName(api: Api): string {
  return new NameTable(undefined, operationsOf(api).map(checksName)).claim(
    ["allChecks", "checksOfAll"],
    "all checks",
  );
}

export function planChecks(api: Api): Module {
  const all = api.resources.flatMap((resource) =>
    resource.operations.map((each) => code`${valueFrom(checksModule(resource), checksName(each))}`),
  );
  return {
    path: "checks",
    declarations: [
      {
        kind: "const",
        exported: true,
        name: allName(api),
        docs: code`The checks of all operations.`,
        type: code`readonly ${typeFrom("runtime/route", "OperationChecks")}[]`,
        // The comment keeps each on a line of its own, so that a new operation changes no other line.
        value: code`[\n// By resource, one an operation.\n${join(all, ", ")}]`,
      },
      ...api.resources.map((each) => ({ kind: "export", module: checksModule(each) }) as const),
      { kind: "export", module: "runtime/issue", names: [{ name: "Issue" }], typeOnly: true },
      { kind: "export", module: "runtime/route", names: [{ name: "OperationChecks" }], typeOnly: true },
      {
        kind: "export",
        module: "runtime/validation",
        names: [{ name: "Exchange" }, { name: "Strictness" }, { name: "ValidationOptions" }],
        typeOnly: true,
      },
      {
        kind: "export",
        module: "runtime/validation",
        names: [{ name: "ResponseValidationError" }, { name: "validation" }],
      },
      { kind: "export", module: "runtime/validator", names: [{ name: "ValidationError" }] },
    ],
  };
}
