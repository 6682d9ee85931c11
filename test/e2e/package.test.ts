/** Packs specwright and the package it generated, installs both as a user would, and uses them. */
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as Fixtures from "../../generated/twilio/src/fixtures/index.js";
import { type RecordedRequest, startServer } from "../support/server.js";
import { configuration, describeCommandLine } from "./command-line.js";
import { type Golden, authorization, exchangesWith } from "./exchanges.js";
import { type Project, installPacked } from "./project.js";

let project: Project;

beforeAll(async () => {
  project = await installPacked();
}, 300_000);
afterAll(() => project?.remove());

describe("the tarballs", () => {
  test("of specwright holds the program, the templates and the runtime, and nothing of its workshop", () => {
    const { specwright } = project.packed;
    const tops = new Set(specwright.map((path) => path.replace(/^(generator\/runtime|[^/]+).*$/, "$1")));
    expect([...tops].filter((top) => !/^(README|CHANGELOG)\.md$/.test(top)).sort()).toEqual(
      ["LICENSE", "dist", "generator/runtime", "package.json", "templates"].sort(),
    );
    expect(specwright).toContain("dist/cli.js");
    expect(specwright).toContain("dist/index.d.ts");
    expect(specwright.filter((path) => /\.test\.|tsbuildinfo/.test(path))).toEqual([]);
  });

  test("of the package holds what its exports name", async () => {
    const folder = join(project.folder, "node_modules/@specwright/twilio");
    const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {
      readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>>;
    };
    const subpaths = Object.keys(manifest.exports).sort();
    expect(subpaths).toEqual([
      ".",
      "./checks",
      "./client",
      "./fixtures",
      "./json-schemas",
      "./logging",
      "./messages",
      "./msw",
      "./package.json",
      "./retry",
      "./schema",
      "./timeout",
      "./validators",
    ]);
    const named = Object.values(manifest.exports).flatMap((each) =>
      typeof each === "string" ? each : Object.values(each),
    );
    expect(project.packed.twilio).toEqual(
      expect.arrayContaining(named.map((path) => path.replace("./", ""))),
    );
    expect(project.packed.twilio).toEqual(expect.arrayContaining(["README.md", "api.md", "src/index.ts"]));
  });
});

interface Variant {
  readonly module: string;
  readonly moduleResolution: string;
  readonly lib: readonly string[];
}

const variants: readonly (readonly [name: string, variant: Variant])[] = [
  ["nodenext, without DOM", { module: "nodenext", moduleResolution: "nodenext", lib: ["ES2023"] }],
  [
    "bundler, with DOM",
    { module: "esnext", moduleResolution: "bundler", lib: ["ES2023", "DOM", "DOM.Iterable"] },
  ],
];

/** The examples of the installed README, each a module of its own; the first makes the client of the others. */
async function readmeExamples({ lib }: Variant): Promise<readonly string[]> {
  const readme = await readFile(join(project.folder, "node_modules/@specwright/twilio/README.md"), "utf8");
  const [setUp = "", ...examples] = [...readme.matchAll(/^```ts\n([^]*?)^```$/gm)].map(
    (match) => match[1] ?? "",
  );
  // The declarations of msw itself need those of the DOM.
  const usable = examples.filter((each) => lib.includes("DOM") || !each.includes("msw"));
  const modules = [setUp, ...usable.map((each) => (/\bclient\b/.test(each) ? setUp + each : each))];
  const paths = modules.map((_, i) => `src/readme-${i}.ts`);
  await Promise.all(paths.map((path, i) => project.write(path, modules[i] ?? "")));
  return paths;
}

/** Compiles the program, the configuration file and the README's examples; gives the compiled program's path. */
async function compile(variant: Variant, out: string): Promise<string> {
  await mkdir(join(project.folder, "src"), { recursive: true });
  const program = fileURLToPath(new URL("./consumer/program.mts", import.meta.url));
  await copyFile(program, join(project.folder, "src/program.ts"));
  await project.write("specwright.config.ts", configuration);
  const compilerOptions = {
    ...variant,
    target: "ES2022",
    types: ["node"],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    skipLibCheck: false,
    rootDir: ".",
    outDir: out,
  };
  const examples = await readmeExamples(variant);
  expect(examples.length).toBeGreaterThanOrEqual(10); // The client, 7 operations, validators, fixtures and JSON Schema.
  const files = ["src/program.ts", "specwright.config.ts", ...examples];
  await writeFile(join(project.folder, `${out}.json`), JSON.stringify({ compilerOptions, files }));
  expect(await project.run("tsc", "-p", `${out}.json`)).toEqual({ code: 0, stdout: "", stderr: "" });
  return `${out}/src/program.js`;
}

/** All that there is to say of a SID that is none; its message is made when it is asked for, in the words then set. */
const brokenSid = {
  path: ["sid"],
  pointer: "/sid",
  code: "pattern",
  keyword: "pattern",
  expected: "^AP[0-9a-fA-F]{32}$",
  received: { type: "string", preview: "AP1" },
  message: "must match the pattern ^AP[0-9a-fA-F]{32}$",
  schema: "#/components/schemas/Application/properties/sid",
  causes: [],
};

/** What of a request the table fixes. */
function golden({ method, target, headers, body }: RecordedRequest): Golden {
  return {
    method,
    target,
    type: headers["content-type"],
    body,
    trace: headers["x-trace"] as Golden["trace"],
  };
}

describe.each(variants)("a program compiled under %s", (_, variant) => {
  test("compiles, sends every request byte by byte, and understands every answer", async () => {
    const program = await compile(variant, variant.moduleResolution);
    const fixtures = (await import(
      /* @vite-ignore */ pathToFileURL(
        join(project.folder, "node_modules/@specwright/twilio/dist/fixtures/index.js"),
      ).href
    )) as typeof Fixtures;
    const exchanges = exchangesWith(fixtures);
    const server = await startServer();
    try {
      server.answer((_, index) => exchanges[index]?.answer ?? { status: 500 });
      const { code, stdout, stderr } = await project.node(program, server.origin);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(server.requests.map(golden)).toEqual(exchanges.map((each) => each.request));
      expect(new Set(server.requests.map((each) => each.headers.authorization))).toEqual(
        new Set([authorization]),
      );
      expect(new Set(server.requests.map((each) => each.headers.accept))).toEqual(
        new Set(["application/json"]),
      );
      const answer = (index: number): unknown => JSON.parse(exchanges[index]?.answer.body ?? "");
      expect(JSON.parse(stdout)).toEqual({
        promises: 5,
        answers: {
          created: answer(0),
          bare: answer(1),
          fetched: answer(2),
          updated: answer(3),
          names: [0, 1, 2, 3, 4].map((index) => `application ${index}`),
          pages: [true, true],
          deleted: "undefined",
          call: answer(10),
          number: answer(11),
          viaFacade: answer(12),
          raw: [201, exchanges[13]?.answer.body],
          valid: [true, true, [brokenSid]],
        },
        failures: {
          invalid: "message 21000",
          refused: 20_003,
          missing: 20_404,
          mistaken: false,
          busy: [429, "7"],
          classes: [
            "api 404",
            "unreadable 200",
            'TypeError: parameter Sid cannot be "../..": it would change /2010-04-01/Accounts/{AccountSid}/Applications/{Sid}.json',
          ],
        },
        sample: ["mine", true],
        request: [true, true],
        series: [3, 0],
        broken: [["required", "required"], []],
        schema: ["string", "^AP[0-9a-fA-F]{32}$"],
        messages: ["must satisfy minLength 1", "must have at least 1 character"],
      });
    } finally {
      await server.close();
    }
  });
});

describeCommandLine(() => project);
