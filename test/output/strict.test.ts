/** `strict`: what is a warning otherwise is an error, and nothing is written. */
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Diagnostic, SpecError, check, generate } from "../../generator/index.js";
import { specwright } from "./command.js";
import { pets, workspace } from "./workspace.js";

/** A description that is read with one warning: its overlay selects nothing. */
async function doubtful() {
  const space = await workspace(pets("cat"));
  await space.write("overlay.yaml", "overlay: 1.0.0\nactions: [{ target: $.paths.dog, update: {} }]");
  return { ...space, config: { ...space.config, overlays: [`${space.root}/overlay.yaml`] } };
}

async function refusal(work: Promise<unknown>): Promise<readonly Diagnostic[]> {
  const cause: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(cause instanceof SpecError)) throw new Error("it was not refused", { cause });
  return cause.diagnostics;
}

describe("a strict run", () => {
  test("takes warnings for errors, and writes nothing", async () => {
    const { config, output } = await doubtful();
    const [only, ...more] = await refusal(generate({ ...config, strict: true }));
    expect(only).toMatchObject({ code: "overlay-no-match", severity: "error" });
    expect(more).toEqual([]);
    expect(existsSync(output)).toBe(false);
  });

  test("refuses what an earlier run wrote with warnings, also when it only compares", async () => {
    const { config } = await doubtful();
    const { diagnostics } = await generate(config);
    expect(diagnostics.map((each) => each.severity)).toEqual(["warning"]);
    expect(await refusal(generate({ ...config, strict: true }))).toHaveLength(1);
    expect(await refusal(check({ ...config, strict: true }))).toHaveLength(1);
  });

  test("is a run like any other where there is nothing to warn of", async () => {
    const { config } = await workspace(pets("cat"));
    const { written } = await generate({ ...config, strict: true });
    expect((await check(config)).changed).toEqual([]);
    expect(written.length).toBeGreaterThan(0);
  });

  test("tells the errors and the warnings that it finds before them in one run", async () => {
    const { config, write } = await doubtful();
    await write("openapi.json", JSON.stringify({ ...pets("cat"), openapi: "4.0.0" }));
    const found = await refusal(generate({ ...config, strict: true }));
    expect(found.map((each) => each.code)).toEqual(["input-version", "overlay-no-match"]);
    expect(found.every((each) => each.severity === "error")).toBe(true);
  });

  test("is asked for by an option of the command line, which exits with 1 and names the place", async () => {
    const { root, write, config } = await doubtful();
    const { input, output, overlays } = config;
    await write("specwright.config.json", JSON.stringify({ input, output, overlays }));
    for (const verb of ["generate", "check"]) {
      const { code, stderr } = await specwright([verb, "--strict"], { cwd: root });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^overlay\.yaml:2:\d+ error overlay-no-match\n/);
    }
    expect(existsSync(output)).toBe(false);
  });
});
