/** What of a package is the user's own: templates, formats, and the files of plugins; and what is wrong with it. */
import { type Config, formatModules, mapModules } from "./config.js";
import { type Diagnostic, type DiagnosticCode, diagnostic } from "./diagnostics.js";
import { digest } from "./digest.js";
import type { JsonObject } from "./json.js";
import type { Memo } from "./memo.js";
import type { Api } from "./model/api.js";
import type { OwnFormats } from "./own/formats.js";
import type { AddedFile } from "./own/plugins.js";
import type { Read, ReadFile } from "./read-file.js";
import type { OwnTemplates, RenderedFile } from "./render/render.js";
import type { TextFile } from "./render/runtime.js";
import { type Unparsed, bug } from "./render/unparsed.js";

/** The formats of the user's own. */
export async function ownFormats(config: Config): Promise<OwnFormats> {
  if (formatModules(config).length === 0) return { formats: new Map(), read: [], diagnostics: [] };
  const { readFormats } = await import("./own/formats.js");
  return readFormats(config);
}

/** A subpath of the package, and the module that it leads to. */
interface Subpath {
  readonly subpath: string;
  readonly module: string;
}

export interface Customised {
  readonly templates: OwnTemplates | undefined;
  readonly subpaths: readonly Subpath[];
  /** What was read for it. */
  readonly read: readonly ReadFile[];
  /** What is wrong, as far as it is known by now. */
  readonly problems: readonly Diagnostic[];
  /** The files of plugins; one that would stand where another one does is told of. */
  readonly filesBeside: (others: readonly TextFile[], memo: Memo) => Promise<readonly RenderedFile[]>;
  /** Is told of text that does not parse, which nobody but the user can have made. */
  readonly unparsed: Unparsed;
  /** Tells of formats whose modules do not compile in the package. */
  readonly checkFormats: (files: readonly TextFile[], memo: Memo) => Promise<void>;
}

export async function customise(config: Config, api: Api, data: JsonObject): Promise<Customised> {
  const problems: Diagnostic[] = [];
  const tell = (code: DiagnosticCode, file: string, detail: string, line = 1, column = 1): void =>
    void problems.push(diagnostic(code, { file, line, column }, detail));
  const { plugins = [], output } = config;
  const templates = await ownTemplates(config, tell);
  const added = await pluginsOf(plugins, api, data);
  problems.push(...added.diagnostics);
  return {
    templates,
    subpaths: added.subpaths,
    read: added.read,
    problems,
    filesBeside: async (others, memo) => {
      if (added.files.length === 0) return [];
      const { collisions } = await import("./own/plugins.js");
      const ours = others.map((each) => each.path);
      problems.push(...collisions(added.files, ours));
      return added.files.map((each) => unformatted(each, memo));
    },
    unparsed: (path, problem) => {
      const made = added.files.find((each) => each.path === path);
      if (made !== undefined) tell("plugin-invalid", made.plugin, `${path}: ${problem}`);
      else if (templates !== undefined) tell("template-invalid", `${output}/${path}`, problem);
      else bug(path, problem);
    },
    checkFormats: async (files, memo) => {
      const paths = new Map(formatModules(config));
      for (const { name, text } of api.formats) {
        const { mistakesIn } = await import("./render/own-module.js");
        for (const { line, column, problem } of mistakesIn(text, files, memo))
          tell("format-invalid", paths.get(name) ?? name, problem, line, column);
      }
    },
  };
}

type Tell = (code: DiagnosticCode, file: string, detail: string, line?: number, column?: number) => void;

/** The templates of the configuration; names that ours do not have are told of. */
async function ownTemplates({ templates: folder }: Config, tell: Tell): Promise<OwnTemplates | undefined> {
  if (folder === undefined) return undefined;
  const { templateFolder, templatesIn } = await import("./render/template.js");
  const known = await templatesIn(templateFolder);
  const found = await templatesIn(folder);
  if (found.length === 0) tell("template-unknown", folder, "there is no template in this folder");
  for (const name of found)
    if (!known.includes(name))
      tell("template-unknown", `${folder}/${name}.hbs`, `known are ${known.join(", ")}`);
  return { folder, refuse: tell };
}

interface Plugged {
  readonly files: readonly AddedFile[];
  readonly subpaths: readonly Subpath[];
  readonly read: readonly ReadFile[];
  readonly diagnostics: readonly Diagnostic[];
}

async function pluginsOf(plugins: readonly string[], api: Api, data: JsonObject): Promise<Plugged> {
  if (plugins.length === 0) return { files: [], subpaths: [], read: [], diagnostics: [] };
  const { runPlugins, subpathsOf } = await import("./own/plugins.js");
  const { modelOf } = await import("./own/model.js");
  const added = await runPlugins(plugins, modelOf(api, data));
  return { ...added, subpaths: subpathsOf(added.files) };
}

/** A file that Prettier knows is formatted, unless it is known what comes of that. */
function unformatted({ path, text }: AddedFile, memo: Memo): RenderedFile {
  if (!/\.(ts|json|md)$/.test(path)) return { path, text };
  const source = digest(JSON.stringify(["added", path, text]));
  const known = memo.get("file", source);
  return known === undefined ? { path, text, source } : { path, text: known };
}

/** What a configuration says of formats and plugins, wherever their modules stand: with the digests of what was read. */
export function ownSettings(
  { formats, plugins }: Config,
  sources: readonly Read[],
  read: readonly ReadFile[],
): Pick<Config, "formats" | "plugins"> {
  const digestOf = (module: string): string => sources.find((each) => each.path === module)?.digest ?? "";
  return {
    ...(formats === undefined ? {} : { formats: mapModules(formats, digestOf) }),
    ...(plugins === undefined ? {} : { plugins: read.map((each) => each.digest) }),
  };
}
