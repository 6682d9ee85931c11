/** esbuild. */
import * as esbuild from "esbuild";
import esbuildPlugin from "../../generator/plugin/esbuild.js";
import type { Built, Bundler } from "./bundler.js";
import type { Project } from "./project.js";

const options = ({ at, config }: Project): esbuild.BuildOptions => ({
  entryPoints: [at("app.ts")],
  bundle: true,
  format: "esm",
  outfile: at("dist/out.mjs"),
  logLevel: "silent",
  plugins: [esbuildPlugin({ config })],
});

const texts = (messages: readonly esbuild.Message[]): readonly string[] => messages.map((each) => each.text);

const builtOf = ({ errors, warnings }: esbuild.BuildResult): Built => ({
  failure: errors.length === 0 ? undefined : texts(errors).join("\n"),
  warnings: texts(warnings),
});

export const esbuildBundler: Bundler = {
  build: (project) =>
    esbuild.build(options(project)).then(builtOf, (failure: esbuild.BuildFailure) => ({
      failure: failure.message,
      warnings: texts(failure.warnings),
    })),
  watch: async (project, tell) => {
    const telling: esbuild.Plugin = {
      name: "telling",
      setup: (build) => build.onEnd((result) => tell(builtOf(result))),
    };
    const { plugins = [], ...rest } = options(project);
    const context = await esbuild.context({ ...rest, plugins: [...plugins, telling] });
    await context.watch();
    return () => context.dispose();
  },
};
