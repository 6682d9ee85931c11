/** webpack and Rspack. */
import { rspack } from "@rspack/core";
import webpack from "webpack";
import rspackPlugin from "../../generator/plugin/rspack.js";
import webpackPlugin from "../../generator/plugin/webpack.js";
import type { Built, Bundler } from "./bundler.js";
import type { Project } from "./project.js";

interface Stats {
  toJson(options: { readonly all: false; readonly errors: true; readonly warnings: true }): {
    readonly errors?: readonly { readonly message: string }[];
    readonly warnings?: readonly { readonly message: string }[];
  };
}

function builtOf(error: Error | null, stats: Stats | undefined): Built {
  const { errors = [], warnings = [] } = stats?.toJson({ all: false, errors: true, warnings: true }) ?? {};
  const failures = [...(error === null ? [] : [error]), ...errors].map((each) => each.message);
  return {
    failure: failures.length === 0 ? undefined : failures.join("\n"),
    warnings: warnings.map((each) => each.message),
  };
}

type Callback = (error: Error | null, stats?: Stats) => void;

/** What both compilers are. */
interface Compiler {
  run(callback: Callback): unknown;
  watch(options: object, callback: Callback): unknown;
  close(callback: (error?: Error | null) => void): void;
}

const closed = (compiler: Compiler): Promise<void> =>
  new Promise((resolve, reject) => {
    compiler.close((error) => (error == null ? resolve() : reject(error)));
  });

const bundler = (compilerOf: (project: Project) => Compiler): Bundler => ({
  build: async (project) => {
    const compiler = compilerOf(project);
    const built = await new Promise<Built>((resolve) => {
      compiler.run((error, stats) => resolve(builtOf(error, stats)));
    });
    await closed(compiler);
    return built;
  },
  watch: async (project, tell) => {
    const compiler = compilerOf(project);
    compiler.watch({}, (error, stats) => tell(builtOf(error, stats)));
    return () => closed(compiler);
  },
});

const options = ({ root, at }: Project) => ({
  mode: "production" as const,
  target: "node" as const,
  context: root,
  entry: "./app.ts",
  output: { path: at("dist"), filename: "out.mjs" },
  // Imports name JavaScript, and the sources are TypeScript.
  resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
});

export const webpackBundler: Bundler = bundler((project) =>
  webpack({
    ...options(project),
    plugins: [webpackPlugin({ config: project.config })],
    module: { rules: [{ test: /\.ts$/, use: `${import.meta.dirname}/typescript-loader.mjs` }] },
  }),
);

export const rspackBundler: Bundler = bundler((project) =>
  rspack({
    ...options(project),
    plugins: [rspackPlugin({ config: project.config })],
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: "builtin:swc-loader",
          options: { jsc: { parser: { syntax: "typescript" } } },
        },
      ],
    },
  }),
);
