import { spawn } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { texts } from "../output/snapshot.js";
import { pets, workspace } from "../output/workspace.js";
import { specs, writeSpec } from "../support/spec-arbitrary.js";
import { emit } from "./emit.js";
import { runs } from "../support/runs.js";
import { shuffledSections } from "./shuffle.js";
import { description } from "./twilio-subjects.js";

const draws = fc.infiniteStream(fc.nat(0xffff_ffff));
type Draws = Iterator<number>;
const from =
  (stream: Draws) =>
  (n: number): number =>
    (stream.next().value as number) % n;

describe("the same description gives the same bytes", () => {
  test("twice, and after shuffling paths, components and their sections", async () => {
    const stream: Draws = fc.sample(draws, { seed: 7, numRuns: 1 })[0] as Draws;
    const [first, again, other] = await Promise.all([
      workspace(description),
      workspace(description),
      workspace(shuffledSections(description, from(stream))),
    ]);
    for (const { config } of [first, again, other]) await generate(config);
    const files = await texts(first.output);
    expect(Object.keys(files).length).toBeGreaterThan(50);
    expect(await texts(again.output)).toEqual(files);
    expect(await texts(other.output)).toEqual(files);
  });

  test("after shuffling, for arbitrary descriptions", async () => {
    const law = fc.asyncProperty(specs, draws, async (spec, stream) => {
      const document = writeSpec(spec);
      const [one, other] = [await emit(document), await emit(shuffledSections(document, from(stream)))];
      expect(other.files).toEqual(one.files);
      expect(codes(other)).toEqual(codes(one));
    });
    await fc.assert(law, runs(30));
  });

  test("in YAML as in JSON", async () => {
    const { stringify } = await import("yaml");
    const [json, yaml] = [await workspace(pets("cat", "dog")), await workspace(pets("cat", "dog"))];
    await yaml.write("openapi.yaml", stringify(pets("cat", "dog")));
    await generate(json.config);
    await generate({ ...yaml.config, input: join(yaml.root, "openapi.yaml") });
    expect(await texts(yaml.output)).toEqual(await texts(json.output));
  });

  test("in another time zone, language and working directory", async () => {
    const [here, there] = [await workspace(pets("cat", "dog")), await workspace(pets("cat", "dog"))];
    await specwright(["generate", "-i", "openapi.json", "-o", "package"], here.root, {});
    const { input, output } = there.config;
    await specwright(["generate", "-i", input, "-o", output], "/", {
      TZ: "Pacific/Kiritimati",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
    });
    expect(await texts(output)).toEqual(await texts(here.output));
  });
});

/** Which diagnostics there are; their places move with the keys. */
const codes = ({ diagnostics }: Awaited<ReturnType<typeof emit>>): readonly string[] =>
  diagnostics.map(({ code, pointer, message }) => `${code} ${pointer} ${message}`).sort();

async function specwright(
  argv: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const cli = join(import.meta.dirname, "../../dist/cli.js");
  const child = spawn(process.execPath, [cli, ...argv], {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect(code).toBe(0);
}
