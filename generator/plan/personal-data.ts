/** Plans the table of what the description marks as personal data, for whoever writes logs. */
import { code, join, literal, str, typeFrom } from "../code/code.js";
import type { Module } from "../code/module.js";
import { type Api, operationsOf, requestLine } from "../model/api.js";
import { personalNames } from "../model/personal.js";

/** Nothing where nothing is marked. */
export function planPersonalData(api: Api): readonly Module[] {
  const entries = operationsOf(api).flatMap((each) => {
    const names = personalNames(each, api.schemas);
    return names.length === 0 ? [] : [code`${str(requestLine(each))}: ${literal([...names])}`];
  });
  if (entries.length === 0) return [];
  return [
    {
      path: "personal-data",
      declarations: [
        {
          kind: "const",
          exported: true,
          name: "personalData",
          docs: code`The names by which each operation holds what the description marks as personal data.`,
          type: code`${typeFrom("runtime/redacted", "PersonalData")}`,
          value: code`{ ${join(entries, ", ")} }`,
        },
        {
          kind: "export",
          module: "runtime/redacted",
          names: [{ name: "PersonalData" }, { name: "PersonalNames" }],
          typeOnly: true,
        },
        { kind: "export", module: "runtime/redacted", names: [{ name: "redacted" }] },
      ],
    },
  ];
}
