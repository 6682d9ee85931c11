/** From a document to the files of its package in memory, without the slow stages that change no code of ours. */
import type { Config } from "../../generator/config.js";
import { type Diagnostic, type Report, diagnostic, hasErrors } from "../../generator/diagnostics.js";
import { parseSource } from "../../generator/load/source.js";
import type { Api } from "../../generator/model/api.js";
import { type OwnFormat, converterOf, isAsserted, isNamedNote } from "../../generator/model/formats.js";
import { readDialect } from "../../generator/model/lower-dialect.js";
import { canonical, lower } from "../../generator/model/lower.js";
import { alone } from "../../generator/model/identifiers.js";
import { withPointers } from "../../generator/model/plain-refs.js";
import type { Memo } from "../../generator/memo.js";
import type { FilePlan } from "../../generator/plan/file-plan.js";
import { plan } from "../../generator/plan/plan.js";
import { format, render } from "../../generator/render/render.js";
import { runtimeText } from "../../generator/render/runtime-folder.js";
import type { EmittedFile } from "../support/load-package.js";

/** A diagnostic and the JSON Pointer that it was reported at. */
export type Placed = Diagnostic & { readonly pointer: string };

export type Emission =
  | { readonly api: Api; readonly files: readonly EmittedFile[]; readonly diagnostics: readonly Placed[] }
  | { readonly api?: never; readonly files?: never; readonly diagnostics: readonly Placed[] };

/** The modules of a package, unformatted and without `schema.ts`; only diagnostics where there are errors. */
export const emit = (
  document: object,
  formats?: Config["formats"],
  ownFormats?: ReadonlyMap<string, OwnFormat>,
): Promise<Emission> => emitOnly(document, isCode, { formats, ownFormats });

/** Of those, the modules that make and check values, with the runtime that they need. */
export const emitValues = (document: object): Promise<Emission> =>
  emitOnly(document, isAt(/^(validators|fixtures)\//));

/** The same, and the JSON Schemas. */
export const emitJsonSchemas = (document: object): Promise<Emission> =>
  emitOnly(document, isAt(/^(validators|fixtures|json-schemas)\//));

/** All files, formatted; what `memo` knows of other documents is not made again. */
export async function emitAll(document: object, memo: Memo): Promise<Emission> {
  const emission = await emitOnly(document, () => true, { memo });
  return emission.files === undefined ? emission : { ...emission, files: await format(emission.files, memo) };
}

const isCode = (plan: FilePlan): boolean => plan.kind === "copy" || plan.kind === "module";

const isAt =
  (path: RegExp) =>
  (plan: FilePlan): boolean =>
    plan.kind === "copy" || (plan.kind === "module" && path.test(plan.module.path));

interface Options {
  readonly formats?: Config["formats"];
  readonly ownFormats?: ReadonlyMap<string, OwnFormat> | undefined;
  readonly memo?: Memo;
}

async function emitOnly(
  document: object,
  isWanted: (plan: FilePlan) => boolean,
  { formats, ownFormats = new Map(), memo }: Options = {},
): Promise<Emission> {
  const loaded = await parseSource("spec.json", JSON.stringify(document, null, 2));
  if ("diagnostics" in loaded) throw new Error("bug: JSON that does not parse");
  const { source } = loaded;
  const diagnostics: Placed[] = [];
  const report: Report = (code, pointer, detail) =>
    void diagnostics.push({ ...diagnostic(code, source.locate(pointer), detail), pointer });
  const dialect = readDialect(source.data, report);
  if (dialect === undefined || hasErrors(diagnostics)) return { diagnostics };
  const data = canonical(source.data as Parameters<typeof canonical>[0]);
  const api = lower(data, dialect, report, {
    asserts: isAsserted(formats),
    converts: converterOf(formats),
    isNote: isNamedNote(formats),
    ownFormats,
  });
  if (hasErrors(diagnostics)) return { diagnostics };
  const plans = plan(api, { name: "things", version: "0.1.0" }, runtimeText, report, { memo });
  if (hasErrors(diagnostics)) return { diagnostics };
  const files = await render(plans.filter(isWanted), withPointers(data, alone, api.schemas), report, memo);
  return hasErrors(diagnostics) ? { diagnostics } : { api, files, diagnostics };
}
