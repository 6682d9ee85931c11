/** Generates from a description that stands in the code of a test. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SampleOutput, generateAside } from "../support/sample-run.js";

/** What becomes of a description, given as data or as the text of its file. */
export async function generateFrom(description: object | string): Promise<SampleOutput> {
  const folder = await mkdtemp(join(tmpdir(), "specwright-hostile-"));
  const input = join(folder, "openapi");
  try {
    await writeFile(input, typeof description === "string" ? description : JSON.stringify(description));
    return await generateAside({ input });
  } finally {
    await rm(folder, { recursive: true });
  }
}
