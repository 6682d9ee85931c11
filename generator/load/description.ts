/** From a configuration to its description: read, with its overlays and everything that it refers to, as OpenAPI. */
import { dirname, resolve } from "node:path";
import type { Config } from "../config.js";
import { type Diagnostic, SpecError, hasErrors, inOrder } from "../diagnostics.js";
import { isRemote, standardInput } from "./address.js";
import { type Access, type Description, loadDocuments } from "./documents.js";
import { loadInput } from "./input.js";
import { applyOverlays } from "./overlay.js";
import { type Loaded, type Source, loadSource } from "./source.js";
import { documentsFromSwagger, fromSwagger, isSwagger } from "./swagger.js";

export interface LoadedDescription {
  readonly description: Description;
  /** Everything that was read. */
  readonly sources: readonly Source[];
  /** Warnings, and what Swagger 2.0 has that OpenAPI has not. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Rejects with a `SpecError` for what cannot be read, overlaid or followed. */
export async function loadDescription(
  config: Config,
  observe: (stage: "load" | "overlay" | "refer") => void,
): Promise<LoadedDescription> {
  observe("load");
  const access = accessOf(config);
  const [base, ...overlays] = sourcesOf(
    await Promise.all([loadInput(config.input, access), ...(config.overlays ?? []).map(loadSource)]),
  );
  if (base === undefined) throw new Error("bug: a configuration without input");

  observe("overlay");
  const { source, diagnostics } = applyOverlays(base, overlays);
  observe("refer");
  const whole = await loadDocuments(source, access);
  const warnings = [base, ...overlays].flatMap((each) => each.warnings);
  const found = [...warnings, ...diagnostics, ...("diagnostics" in whole ? whole.diagnostics : [])];
  if ("diagnostics" in whole || hasErrors(found)) throw new SpecError(inOrder(found));
  found.push(...whole.description.others.flatMap((each) => each.warnings));
  const sources = [base, ...overlays, ...whole.description.others];
  const convert = isSwagger(whole.description) ? fromSwagger : documentsFromSwagger;
  const { description, diagnostics: refused } = convert(whole.description);
  return { description, sources, diagnostics: [...found, ...refused] };
}

/** Where references may lead: below the description's folder, to its host, and to what the configuration allows. */
function accessOf({ input, references = {}, headers = {}, offline = false }: Config): Access {
  const url = isRemote(input) ? new URL(input) : undefined;
  const folders = url === undefined ? [input === standardInput ? "." : dirname(input)] : [];
  return {
    folders: [...folders, ...(references.folders ?? [])].map((each) => resolve(each)),
    hosts: new Set([...(url === undefined ? [] : [url.host]), ...(references.hosts ?? [])]),
    headers,
    origin: url?.origin,
    offline,
  };
}

function sourcesOf(loaded: readonly Loaded[]): readonly Source[] {
  const broken = loaded.flatMap((each) => ("diagnostics" in each ? each.diagnostics : []));
  if (broken.length > 0) throw new SpecError(broken);
  return loaded.flatMap((each) => ("source" in each ? [each.source] : []));
}
