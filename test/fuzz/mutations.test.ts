/**
 * Damaged descriptions: whatever a file holds, it is either a package, or diagnostics with places and codes. `npm run fuzz`
 * goes on for longer, from another seed each time.
 */
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Diagnostic, diagnostic, hasErrors } from "../../generator/diagnostics.js";
import { isObject } from "../../generator/json.js";
import { loadDocuments } from "../../generator/load/documents.js";
import { parseSource } from "../../generator/load/source.js";
import { converterOf, isAsserted } from "../../generator/model/formats.js";
import { readDialect } from "../../generator/model/lower-dialect.js";
import { canonical, lower } from "../../generator/model/lower.js";
import { withPointers } from "../../generator/model/plain-refs.js";
import { plan } from "../../generator/plan/plan.js";
import { render } from "../../generator/render/render.js";
import { runtimeText } from "../../generator/render/runtime-folder.js";
import { readSamples } from "../support/sample-case.js";
import { damaged } from "./mutations.js";

/** Milliseconds that this may go on for; as many runs as the law has otherwise. */
const budget = Number(process.env["SPECWRIGHT_FUZZ"] ?? 0);
const runs = { seed: 1, numRuns: 250 };
const parameters =
  budget === 0
    ? runs
    : { numRuns: 1_000_000, interruptAfterTimeLimit: budget, markInterruptAsFailure: false };

/** Descriptions of packages: of the others most are refused for what they are about. */
const texts = readSamples()
  .filter(({ folder }) => existsSync(`${folder}/expected`))
  .map(({ config }) => readFileSync(config.input, "utf8"));
const nowhere = { folders: [], hosts: new Set<string>(), headers: {}, origin: undefined, offline: true };

/** All stages but formatting, which only sees what we wrote, and the disk. */
async function outcomeOf(text: string): Promise<readonly Diagnostic[]> {
  const loaded = await parseSource("spec.yaml", text);
  if ("diagnostics" in loaded) return loaded.diagnostics;
  const whole = await loadDocuments(loaded.source, nowhere);
  if ("diagnostics" in whole) return whole.diagnostics;
  const { data, documents, locate } = whole.description;
  const found: Diagnostic[] = [];
  const report = (code: Diagnostic["code"], pointer: string, detail: string): void =>
    void found.push(diagnostic(code, locate(pointer), detail));
  const dialect = readDialect(data, report);
  if (dialect === undefined || hasErrors(found) || !isObject(data)) return found;
  const description = canonical(data);
  const api = lower(description, dialect, report, {
    asserts: isAsserted(undefined),
    converts: converterOf({ "date-time": "Date", int64: "bigint" }),
    documents,
  });
  if (hasErrors(found)) return found;
  const plans = plan(api, { name: "fuzzed", version: "1.0.0" }, runtimeText, report);
  if (hasErrors(found)) return found;
  const prepared = withPointers(description, documents, api.schemas);
  await render(plans, prepared, report);
  return found;
}

describe("a damaged description", () => {
  test("is a package or diagnostics, and never anything else", { timeout: budget + 120_000 }, async () => {
    const tally = { read: 0, refused: 0 };
    const law = fc.asyncProperty(damaged(texts), async (text) => {
      const found = await outcomeOf(text);
      for (const { file, line, column, message } of found)
        expect([file, line > 0, column > 0, message !== ""]).toEqual(["spec.yaml", true, true, true]);
      expect(found.filter((each) => each.code === "wire-unprintable")).toEqual([]);
      tally[hasErrors(found) ? "refused" : "read"]++;
    });
    await fc.assert(law, parameters);
    // Damages that nobody survives would prove little, and so would damages that nobody notices.
    expect(tally.read).toBeGreaterThan(20);
    expect(tally.refused).toBeGreaterThan(20);
  });
});
