/** Each bundler's own watcher sees what packages are made of; a mistake ends nothing, and writing a package begins no endless round. */
import { readFile } from "node:fs/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Built, Bundler } from "./bundler.js";
import { bundlers } from "./bundlers.js";
import { type Project, app, describing, mistake, newProject } from "./project.js";

interface Watching {
  /** Waits for a build that comes to something, from the last that was waited for on. */
  readonly build: (isMeant: (built: Built) => boolean | Promise<boolean>) => Promise<Built>;
  /** Waits until nothing has been built for a while. */
  readonly quiet: () => Promise<void>;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

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
        if (built === undefined) await pause(20);
        else if (await isMeant(built)) return built;
      }
    },
    quiet: async () => {
      for (let before = -1; before !== count; await pause(1000)) before = count;
    },
  };
}

describe.each(bundlers)("%s, watching", (_, bundler) => {
  test("generates again, survives a mistake, and comes to rest", { timeout: 60_000 }, async () => {
    const project = await newProject();
    const prints = (text: string) => async (built: Built) =>
      built.failure === undefined && (await project.run()) === text;
    const { build, quiet } = await watching(project, bundler);
    await build(prints("pets true false"));

    await project.write("openapi.yaml", describing("integer"));
    await build(prints("pets false true"));

    await project.write("openapi.yaml", describing("strin"));
    await build(({ failure }) => mistake.test(failure ?? ""));
    expect(await readFile(project.at("api/src/models/pet.ts"), "utf8")).toContain("type Pet = number");

    await project.write("openapi.yaml", describing("boolean"));
    await build(prints("pets false false"));

    await project.write("app.ts", app("zoo"));
    await build(prints("zoo false false"));
    await quiet();
  });

  test("starts with a mistake, and goes on when it is mended", { timeout: 60_000 }, async () => {
    const project = await newProject();
    await project.write("openapi.yaml", describing("strin"));
    const { build } = await watching(project, bundler);
    await build(({ failure }) => mistake.test(failure ?? ""));
    await project.write("openapi.yaml", describing("string"));
    await build(async ({ failure }) => failure === undefined && (await project.run()) === "pets true false");
  });
});
