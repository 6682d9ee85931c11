/** From plans to files: `FilePlan[] → TextFile[]`, every one formatted and headed. */
import { plainText } from "../code/code.js";
import type { Report } from "../diagnostics.js";
import { digest } from "../digest.js";
import { type JsonObject, byCodeUnit } from "../json.js";
import { type Memo, recalled, unremembered } from "../memo.js";
import type { FilePlan, WirePlan } from "../plan/file-plan.js";
import { header } from "./header.js";
import { type TextFile, runtimeFiles } from "./runtime.js";
import type { Refuse, TemplateRenderer } from "./template.js";
import { type Unparsed, bug } from "./unparsed.js";

/** A file on its way. */
export interface RenderedFile extends TextFile {
  /** The digest of what it was made of, where it still has to be formatted. */
  readonly source?: string;
  /** Whether nothing in it is of a user's making. */
  readonly isOurs?: boolean;
}

/** The text of every planned file and of the runtime that they need, formatted as far as it is known. */
export async function render(
  plans: readonly FilePlan[],
  data: JsonObject,
  report: Report,
  memo: Memo = unremembered,
  own?: OwnTemplates,
): Promise<readonly RenderedFile[]> {
  const known = plans.filter(isPrinted).map((plan): Known => {
    const source = sourceOf(plan, memo);
    return { plan, source, text: memo.get("file", source) };
  });
  const missing = known.filter((each) => each.text === undefined).map((each) => each.plan);
  const print = missing.length === 0 ? undefined : await printerOf(missing, own);
  const files: RenderedFile[] = [];
  for (const { plan, source, text } of known) {
    const path = pathOf(plan);
    if (text !== undefined) files.push({ path, text });
    else if (print !== undefined) files.push({ path, text: print(plan), source, isOurs: own === undefined });
  }
  for (const plan of plans.filter((each) => each.kind === "wire")) {
    const { printWire } = await import("./wire.js");
    files.push({ path: plan.path, text: header + (await printWire(data, report, memo)) });
  }
  const runtime = await runtimeFiles(files);
  // The runtime is written in the style that Prettier gives all others.
  return [...files, ...runtime.map((each) => ({ ...each, text: header + each.text }))].sort((a, b) =>
    byCodeUnit(a.path, b.path),
  );
}

/** The templates of a user. */
export interface OwnTemplates {
  readonly folder: string | undefined;
  readonly refuse: Refuse;
}

/** What we print ourselves. */
type PrintedPlan = Exclude<FilePlan, WirePlan>;

const isPrinted = (plan: FilePlan): plan is PrintedPlan => plan.kind !== "wire";

interface Known {
  readonly plan: PrintedPlan;
  readonly source: string;
  readonly text: string | undefined;
}

/** What tells the text of a file apart: its plan, which of a module that is known need not be made. */
function sourceOf(plan: PrintedPlan, memo: Memo): string {
  const planned = (): string =>
    digest(JSON.stringify(plan.kind === "module" ? [plan.module.path, plan.module.declarations] : plan));
  const source = plan.kind === "module" ? plan.module.source : undefined;
  return source === undefined ? planned() : recalled("plan", source, memo, planned);
}

const pathOf = (plan: PrintedPlan): string =>
  plan.kind === "module" ? `src/${plan.module.path}.ts` : plan.path;

type Print = (plan: PrintedPlan) => string;

/** What prints plans: the libraries for it are loaded where there is something to print. */
async function printerOf(
  plans: readonly PrintedPlan[],
  { folder, refuse }: OwnTemplates = { folder: undefined, refuse: () => undefined },
): Promise<Print> {
  const { loadTemplates } = await import("./template.js");
  const templates: TemplateRenderer = await loadTemplates(templateNames(plans), folder, refuse);
  const { printModule } = await import("./module.js");
  return (plan) => {
    switch (plan.kind) {
      case "module":
        return header + printModule(plan.module, templates);
      case "document":
        return templates(plan.content, plainText);
      case "copy":
        return header + plan.text.replace(/^\ufeff/, "");
    }
  };
}

function templateNames(plans: readonly PrintedPlan[]): readonly string[] {
  const names = plans.flatMap((each) => {
    if (each.kind === "document") return [each.content.template];
    if (each.kind === "copy") return [];
    return each.module.declarations.flatMap((one) => (one.kind === "function" ? [one.body.template] : []));
  });
  return [...new Set(names)];
}

/** Formats what is not formatted yet; `unparsed` is told of what does not parse. One file after the other: what Prettier makes of a text is many times as large. */
export async function format(
  files: readonly RenderedFile[],
  memo: Memo = unremembered,
  unparsed: Unparsed = bug,
): Promise<readonly TextFile[]> {
  const all: TextFile[] = [];
  for (const { path, text, source, isOurs = false } of files) {
    const formatted = source === undefined ? text : await formattedText({ path, text, isOurs }, unparsed);
    if (source !== undefined) memo.set("file", source, formatted);
    all.push({ path, text: formatted });
  }
  return all;
}

async function formattedText(
  { path, text, isOurs }: TextFile & { readonly isOurs: boolean },
  unparsed: Unparsed,
): Promise<string> {
  const { formatFile } = await import("./format.js");
  try {
    return await formatFile(path, text, isOurs);
  } catch (cause) {
    unparsed(path, cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause));
    return text;
  }
}
