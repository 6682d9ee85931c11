/** From a description to its emitted validators in memory: the stages of the generator without models and fixtures. */
import { catalogue } from "../../generator/catalogue/catalogue.js";
import type { DiagnosticCode, Report } from "../../generator/diagnostics.js";
import { type JsonObject, splitPointer } from "../../generator/json.js";
import { readDialect } from "../../generator/model/lower-dialect.js";
import { canonical, lower } from "../../generator/model/lower.js";
import { convertersOf } from "../../generator/plan/converters.js";
import type { LazyModule } from "../../generator/plan/lazy-modules.js";
import { planValidators } from "../../generator/plan/validators.js";
import { render } from "../../generator/render/render.js";
import type { EmittedFile } from "../support/load-package.js";

/** Whether a string that breaks its `format` is invalid (JSON Schema 2020-12 Validation, section 7.2). */
export type Formats = "annotation" | "assertion";

/** Why a component is not generated. */
export interface Refusal {
  readonly component: string;
  readonly code: DiagnosticCode;
  readonly detail: string;
}

export type Emission = { readonly files: readonly EmittedFile[] } | { readonly refusals: readonly Refusal[] };

/** Each module is planned once, and printed. */
const eager: LazyModule = (path, _, declare) => ({ path, declarations: declare() });

export async function emitValidators(description: JsonObject, formats: Formats): Promise<Emission> {
  const refusals: Refusal[] = [];
  const report: Report = (code, pointer, detail) => {
    if (catalogue[code].severity === "error")
      refusals.push({ component: splitPointer(pointer)[2] ?? "", code, detail });
  };
  const dialect = readDialect(description, report);
  if (dialect === undefined) return { refusals };
  const data = canonical(description);
  const api = lower(data, dialect, report, formats === "annotation" ? { asserts: () => false } : {});
  if (refusals.length > 0) return { refusals };
  const modules = planValidators(api, convertersOf(api.schemas, new Map()), eager).map(
    (module) => ({ kind: "module", module }) as const,
  );
  return { files: await render(modules, data, report) };
}
