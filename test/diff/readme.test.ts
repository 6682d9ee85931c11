/** What the README says of a change of Twilio's description is what `diff` prints. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { specwright } from "../output/command.js";

/** In the order in which the README tells of them. */
const edits: readonly (readonly [before: string, after: string])[] = [
  [
    '        friendly_name:\n          description: Name of the application.\n          type: [string, "null"]\n',
    "        friendly_title: { type: string }\n        friendly_name:\n          description: Name of the application.\n          type: string\n",
  ],
  ["      enum: [GET, POST]\n", "      enum: [GET]\n"],
  ["      required: [To, From]\n", "      required: [To, From, Url]\n"],
];

test("the chapter on changes shows what is printed", async () => {
  const root = await mkdtemp(join(tmpdir(), "specwright-readme-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const old = await readFile("spec/twilio/openapi.yaml", "utf8");
  const now = edits.reduce((text, [before, after]) => {
    expect(text).toContain(before);
    return text.replace(before, after);
  }, old);
  await writeFile(join(root, "old.yaml"), old);
  await writeFile(join(root, "new.yaml"), now);
  const { stdout } = await specwright(["diff", "old.yaml", "new.yaml"], { cwd: root });
  const readme = await readFile("README.md", "utf8");
  expect(readme).toContain(`\`\`\`text\n${stdout}\`\`\``);
});
