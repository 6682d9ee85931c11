/** Rollup, Rolldown and Vite, whose watchers tell the same. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { transform } from "esbuild";
import * as rolldown from "rolldown";
import * as rollup from "rollup";
import * as vite from "vite";
import rolldownPlugin from "../../generator/plugin/rolldown.js";
import rollupPlugin from "../../generator/plugin/rollup.js";
import vitePlugin from "../../generator/plugin/vite.js";
import type { Built, Bundler, Stop } from "./bundler.js";
import type { Project } from "./project.js";

interface Warnings {
  readonly add: (warning: { readonly message: string }) => void;
  readonly take: () => readonly string[];
}

function collected(): Warnings {
  const warnings: string[] = [];
  return { add: ({ message }) => void warnings.push(message), take: () => warnings.splice(0) };
}

async function once(work: Promise<unknown>, { take }: Warnings): Promise<Built> {
  const failure = await work.then(
    () => undefined,
    (cause: unknown) => (cause as Error).message,
  );
  return { failure, warnings: take() };
}

interface Event {
  readonly code: string;
  readonly error?: { readonly message: string } | null;
  readonly result?: { readonly close: () => Promise<void> } | null;
}

/** What all three watchers are. */
interface Watcher {
  on(event: "event", listener: (event: Event) => void): unknown;
  close(): Promise<void>;
}

function each(watcher: Watcher, { take }: Warnings, tell: (built: Built) => void): Stop {
  watcher.on("event", ({ code, error, result }) => {
    void result?.close();
    if (code === "ERROR") tell({ failure: error?.message ?? "", warnings: take() });
    if (code === "BUNDLE_END") tell({ failure: undefined, warnings: take() });
  });
  return () => watcher.close();
}

/** Rollup itself reads no TypeScript. */
const typescript: rollup.Plugin = {
  name: "typescript",
  resolveId(id, importer) {
    const source = resolve(importer ?? "", "..", id.replace(/\.js$/, ".ts"));
    return existsSync(source) ? source : undefined;
  },
  transform: async (code) => (await transform(code, { loader: "ts" })).code,
};

const rollupOptions = ({ at, config }: Project, { add }: Warnings): rollup.RollupOptions => ({
  input: at("app.ts"),
  plugins: [rollupPlugin({ config }), typescript],
  onwarn: add,
  output: { file: at("dist/out.mjs") },
});

export const rollupBundler: Bundler = {
  build: (project) => {
    const warnings = collected();
    const { output, ...options } = rollupOptions(project, warnings);
    const work = rollup.rollup(options).then((bundle) => bundle.write(output as rollup.OutputOptions));
    return once(work, warnings);
  },
  watch: async (project, tell) => {
    const warnings = collected();
    return each(rollup.watch(rollupOptions(project, warnings)), warnings, tell);
  },
};

const rolldownOptions = ({ at, config }: Project, { add }: Warnings) =>
  ({
    input: at("app.ts"),
    plugins: [rolldownPlugin({ config })],
    onwarn: add,
    output: { file: at("dist/out.mjs") },
  }) satisfies rolldown.BuildOptions;

export const rolldownBundler: Bundler = {
  build: (project) => {
    const warnings = collected();
    return once(rolldown.build(rolldownOptions(project, warnings)), warnings);
  },
  watch: async (project, tell) => {
    const warnings = collected();
    return each(rolldown.watch(rolldownOptions(project, warnings)), warnings, tell);
  },
};

const viteOptions = (
  { root, config }: Project,
  { add }: Warnings,
  watch: object | null,
): vite.InlineConfig => ({
  root,
  configFile: false,
  logLevel: "silent",
  plugins: [vitePlugin({ config })],
  build: {
    ssr: "app.ts",
    watch,
    rolldownOptions: { onwarn: add, output: { entryFileNames: "out.mjs" } },
  },
});

export const viteBundler: Bundler = {
  build: (project) => {
    const warnings = collected();
    return once(vite.build(viteOptions(project, warnings, null)), warnings);
  },
  watch: async (project, tell) => {
    const warnings = collected();
    return each((await vite.build(viteOptions(project, warnings, {}))) as Watcher, warnings, tell);
  },
};
