/** Diagnostics on the command line: as text, as GitHub reads them, as SARIF; and what is said of each. */
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { formatDiagnostics } from "../../generator/diagnostic-formats.js";
import { catalogue } from "../../generator/catalogue/catalogue.js";
import { diagnostic } from "../../generator/diagnostics.js";
import { diffRules } from "../../generator/diff/rules.js";
import { type Run, specwright } from "./command.js";

const broken = `openapi: 3.1.0
info: { title: It, version: "1" }
components: { schemas: { A: { type: strin }, B: { type: string, format: datetime } } }
`;

async function validate(...argv: readonly string[]): Promise<Run> {
  const root = await mkdtemp(join(tmpdir(), "specwright-formats-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await writeFile(join(root, "a.yaml"), broken);
  const run = await specwright(["validate", "-i", "a.yaml", ...argv], { cwd: root });
  expect(await readdir(root)).toEqual(["a.yaml"]);
  return run;
}

test("validate tells everything and writes nothing", async () => {
  const { code, stdout, stderr } = await validate();
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^a\.yaml:3:31 error schema-type\n.*\n.*\na\.yaml:3:65 warning format-unknown\n/);
});

test("GitHub reads annotations", async () => {
  const { stdout } = await validate("--format", "github");
  expect(stdout.split("\n").filter((line) => line !== "")).toEqual([
    expect.stringMatching(
      /^::error file=a\.yaml,line=3,col=31,title=schema-type::this is not a JSON Schema type: "strin"%0A/,
    ),
    expect.stringMatching(/^::warning file=a\.yaml,line=3,col=65,title=format-unknown::/),
  ]);
});

test("what would end an annotation or begin another cannot", () => {
  const evil = diagnostic(
    "ref-unresolved",
    { file: "a,b::c%\n::error::d", line: 1, column: 2 },
    "x\r\n::error::y",
  );
  const text = formatDiagnostics([evil], "github", "1.0.0");
  expect(text.split("\n")).toHaveLength(1);
  expect(text).toMatch(
    /^::error file=a%2Cb%3A%3Ac%25%0A%3A%3Aerror%3A%3Ad,line=1,col=2,title=ref-unresolved::/,
  );
});

test("SARIF has rules and places", async () => {
  const { stdout, code } = await validate("--format", "sarif");
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "specwright", rules: [{ id: "format-unknown" }, { id: "schema-type" }] } },
        results: [
          {
            ruleId: "schema-type",
            level: "error",
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "a.yaml" },
                  region: { startLine: 3, startColumn: 31 },
                },
              },
            ],
          },
          { ruleId: "format-unknown", level: "warning" },
        ],
      },
    ],
  });
});

test.each(["schema-type", "format-unknown", "property-required", "docs-changed"])(
  "%s is explained",
  async (code) => {
    const { code: exit, stdout } = await specwright(["explain", code]);
    expect(exit).toBe(0);
    const { title } = { ...catalogue, ...diffRules }[code] as { readonly title: string };
    expect(stdout.toLowerCase()).toContain(title.toLowerCase());
  },
);

test("without a code, all are listed", async () => {
  const { code, stdout } = await specwright(["explain"]);
  const listed = [...stdout.matchAll(/^ {2}(\S+) {2,}\S/gm)].map((each) => each[1]);
  expect([code, listed.sort()]).toEqual([0, [...Object.keys(catalogue), ...Object.keys(diffRules)].sort()]);
});

test("what is not known is told of, with what may be meant", async () => {
  const { code, stderr } = await specwright(["explain", "schema-typ"]);
  expect([code, stderr]).toEqual([
    2,
    "specwright: there is no diagnostic and no rule called schema-typ; did you mean schema-type?\n",
  ]);
});
