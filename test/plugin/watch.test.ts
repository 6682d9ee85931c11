/** Each bundler's own watcher sees what packages are made of; a mistake ends nothing, and writing a package begins no endless round. */
import { mkdir, readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Built, Bundler } from "./bundler.js";
import { bundlers } from "./bundlers.js";
import { type Project, app, configuration, describing, mistake, newProject, referring } from "./project.js";

interface Watching {
  /** Waits for a build that comes to something, from the last that was waited for on. */
  readonly build: (isMeant: (built: Built) => boolean | Promise<boolean>) => Promise<Built>;
  /** Waits until nothing has been built for a while. */
  readonly quiet: () => Promise<void>;
}

async function watching(project: Project, { watch }: Bundler): Promise<Watching> {
  const builds: Built[] = [];
  let count = 0;
  const stop = await watch(project, (built) => {
    count += 1;
    builds.push(built);
  });
  onTestFinished(stop);
  return {
    build: async (isMeant) => {
      for (;;) {
        const built = builds.shift();
        if (built === undefined) await setTimeout(20);
        else if (await isMeant(built)) return built;
      }
    },
    quiet: async () => {
      for (let before = -1; before !== count; await setTimeout(1000)) before = count;
    },
  };
}

const prints =
  (project: Project, text: string) =>
  async ({ failure }: Built): Promise<boolean> =>
    // The output is not there for a moment where another build has begun, which will be told of.
    failure === undefined && (await project.run().catch(() => "")) === text;

describe.each(bundlers)("%s, watching", (_, bundler) => {
  test("generates again, survives a mistake, and comes to rest", async () => {
    const project = await newProject();
    const { build, quiet } = await watching(project, bundler);
    await build(prints(project, "pets true false"));

    await project.edit("openapi.yaml", describing("integer"));
    await build(prints(project, "pets false true"));

    await project.edit("openapi.yaml", describing("strin"));
    await build(({ failure }) => mistake.test(failure ?? ""));
    expect(await readFile(project.at("api/src/models/pet.ts"), "utf8")).toContain("type Pet = number");

    await project.edit("openapi.yaml", describing("boolean"));
    await build(prints(project, "pets false false"));

    await project.edit("app.ts", app("zoo"));
    await build(prints(project, "zoo false false"));
    await quiet();
  });

  test("sees what changes in a folder of templates, and what is new there", async () => {
    const project = await newProject();
    const [api = "", readme = ""] = await Promise.all(
      ["api.md", "README.md"].map((each) => readFile(`templates/${each}.hbs`, "utf8")),
    );
    await mkdir(project.at("templates"));
    await project.write("templates/api.md.hbs", api);
    await project.write(
      "specwright.config.json",
      JSON.stringify({ ...JSON.parse(configuration), templates: "templates" }),
    );
    const { build } = await watching(project, bundler);
    await build(prints(project, "pets true false"));
    const holds = (path: string, text: string) => async (): Promise<boolean> =>
      (await readFile(project.at(path), "utf8")).includes(text);

    await project.edit("templates/api.md.hbs", `${api}\nOne.\n`);
    await build(holds("api/api.md", "One."));
    await project.edit("templates/README.md.hbs", `${readme}\nTwo.\n`);
    await build(holds("api/README.md", "Two."));
  });

  test("starts with a mistake in what the description refers to, and goes on when it is mended", async () => {
    const project = await newProject();
    await project.write("openapi.yaml", referring);
    await project.write("pet.yaml", "type: strin");
    const { build } = await watching(project, bundler);
    await build(({ failure }) => /pet\.yaml:1:1 error schema-type/.test(failure ?? ""));
    await project.edit("pet.yaml", "type: string");
    await build(prints(project, "pets true false"));
  });
});
