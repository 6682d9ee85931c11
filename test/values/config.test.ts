import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { configMistakes, configProblems, valueFormats } from "../../generator/config.js";
import { loadConfigs } from "../../generator/load-config.js";
import { knownFormats } from "../../generator/model/formats.js";
import { packageConfig } from "../../generator/pipeline.js";

const problemsOf = (formats: unknown): readonly string[] =>
  configProblems({ input: "a", output: "b", formats } as never).map(
    ({ field, problem }) => `${field} ${problem}`,
  );

describe("the types of formats", () => {
  test("that a configuration may ask for are those that the model can convert", () => {
    const known = [...knownFormats].flatMap(([format, { value }]) =>
      value === undefined ? [] : [`${format} ${value.type}`],
    );
    const asked = Object.entries(valueFormats).flatMap(([type, formats]) =>
      formats.map((each) => `${each} ${type}`),
    );
    expect(known.sort()).toEqual(asked.sort());
  });

  test("are taken format by format", () => {
    expect(
      problemsOf({ "date-time": "Date", int64: "bigint", byte: "Uint8Array", uuid: "annotation" }),
    ).toEqual([]);
  });

  test("are refused where they do not fit", () => {
    expect(problemsOf({ date: "Date", int64: "Date", byte: "Blob", "date-time": 1 })).toEqual([
      'formats.date must be "assertion", "annotation" or { module: <path> }; "Date" is for date-time and date-time-rfc-2822',
      'formats.int64 must be "assertion", "annotation", "bigint" or { module: <path> }; "Date" is for date-time and date-time-rfc-2822',
      'formats.byte must be "assertion", "annotation", "Uint8Array" or { module: <path> }',
      'formats.date-time must be "assertion", "annotation", "Date" or { module: <path> }',
    ]);
    expect(problemsOf("Date")).toHaveLength(1);
  });

  test("may be modules, whose paths a configuration file may give from its own folder", async () => {
    expect(problemsOf({ money: { module: "money.ts" }, "date-time": { module: "a/b.ts" } })).toEqual([]);
    for (const wrong of [{}, { module: "" }, { module: 1 }, { module: "a.ts", file: "b.ts" }, []])
      expect(problemsOf({ money: wrong })).toEqual([
        'formats.money must be "assertion", "annotation" or { module: <path> }',
      ]);
    const folder = await mkdtemp(join(tmpdir(), "specwright-config-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const own = { formats: { money: { module: "money.ts" }, uuid: "annotation" }, plugins: ["plugin.ts"] };
    await writeFile(join(folder, "c.json"), JSON.stringify({ input: "a.yaml", output: "b", ...own }));
    const there = (path: string): string => relative(process.cwd(), join(folder, path));
    expect(await loadConfigs({ config: join(folder, "c.json") })).toMatchObject([
      {
        formats: { money: { module: there("money.ts") }, uuid: "annotation" },
        plugins: [there("plugin.ts")],
      },
    ]);
  });

  test("go with a list of plugins", () => {
    const problems = (plugins: unknown): number =>
      configProblems({ input: "a", output: "b", plugins } as never).length;
    expect([problems(["a.ts"]), problems("a.ts"), problems([1])]).toEqual([0, 1, 1]);
  });
});

describe("the name of a package", () => {
  const given = { input: "a", output: "b" };

  test.each([
    ["Events", "events-api"],
    ["URL", "url-api"],
    ["Pet Store", "pet-store"],
    ["?", "api"],
  ])("is made of the title %s so that imports find it", async (title, name) => {
    expect(await packageConfig(given, title, undefined)).toMatchObject({ name });
  });

  test.each([["events"], ["node:fs"], ["fs/promises"], ["node_modules"], ["a".repeat(215)]])(
    "cannot be %s",
    (name) => {
      expect(configProblems({ ...given, package: { name } })).toContainEqual(
        expect.objectContaining({ field: "package.name" }),
      );
    },
  );

  test("can be that of a module of Node in a scope", () => {
    expect(configProblems({ ...given, package: { name: "@acme/events" } })).toEqual([]);
  });
});

test("a misspelled field of a configuration is told of with the one that is meant", async () => {
  expect(await configMistakes([{ input: "a", output: "b", overlay: [], package: { nane: "b" } }])).toEqual([
    { field: "[0].overlay", problem: "is unknown; did you mean overlays?" },
    { field: "[0].package.nane", problem: "is unknown; did you mean name?" },
  ]);
});
