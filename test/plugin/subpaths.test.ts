/** The plugins as an installed package gives them. */
import { existsSync } from "node:fs";
import { mkdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../output/command.js";
import { type Project, newProject } from "./project.js";

const root = join(import.meta.dirname, "../..");
const names = ["vite", "rollup", "rolldown", "webpack", "rspack", "esbuild"];

async function installed(): Promise<Project> {
  const project = await newProject();
  await mkdir(project.at("node_modules"));
  for (const [name, path] of Object.entries({ specwright: root, vite: join(root, "node_modules/vite") }))
    await symlink(path, project.at(`node_modules/${name}`), "junction");
  await project.write(
    "vite.config.mjs",
    `import specwright from "specwright/vite";
export default {
  plugins: [specwright()],
  build: { ssr: "app.ts", rolldownOptions: { output: { entryFileNames: "out.mjs" } } },
};
`,
  );
  return project;
}

const viteBuild = (project: Project) =>
  run(process.execPath, [join(root, "node_modules/vite/bin/vite.js"), "build"], { cwd: project.root });

test.each(names)("specwright/%s is a plugin, with types", async (name) => {
  const { exports } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  expect(existsSync(join(root, exports[`./${name}`]?.["types"] ?? ""))).toBe(true);
  const project = await installed();
  const script = `console.log(typeof (await import("specwright/${name}")).default)`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], {
    cwd: project.root,
  });
  expect(stdout).toBe("function\n");
});

test("without options, the configuration of the working directory is read", async () => {
  const project = await installed();
  expect(await viteBuild(project)).toMatchObject({ code: 0 });
  expect(await project.run()).toBe("pets true false");
});

test("a configuration that is not there is a mistake like others", async () => {
  const project = await installed();
  await project.remove("specwright.config.json");
  const { code, stderr } = await viteBuild(project);
  expect(code).toBe(1);
  expect(stderr).toContain("specwright.config.ts:1:1 error input-unreadable");
});
