/** The text of a changelog: where an entry goes, which version it has, and what stays as somebody wrote it. */
import { expect, test } from "vitest";
import { latestVersion, withEntry as withEntryIfAny } from "../../generator/diff/changelog.js";
import type { Difference } from "../../generator/diff/diff.js";

const withEntry = (...given: Parameters<typeof withEntryIfAny>): string => withEntryIfAny(...given) ?? "";
const step = { from: "aaaaaaaaaaaaaaaa", to: "bbbbbbbbbbbbbbbb" };
const difference = (level: Difference["level"], subject: string): Difference => ({
  code: level === "docs" ? "docs-changed" : "property-removed",
  level,
  directions: level === "docs" ? [] : ["response"],
  subject,
  detail: level === "docs" ? "" : "age",
  affects: [],
});
const breaking = [difference("breaking", "Pet.age"), difference("docs", "Pet")];

test("an entry stands under the version that its differences ask for", () => {
  expect(withEntry(undefined, step, breaking, "1.4.2")).toBe(`# Changelog

## 2.0.0

<!-- specwright: aaaaaaaaaaaa to bbbbbbbbbbbb as 2.0.0 -->

### Breaking

- \`Pet.age\`: a property is gone: \`age\` (response)

### Documentation

- \`Pet\`: a description is worded otherwise

<!-- end of specwright's -->
`);
});

test("telling again changes nothing", () => {
  const once = withEntry(undefined, step, breaking, "1.4.2");
  expect(withEntry(once, step, breaking, "1.4.2")).toBe(once);
});

test("the first version is that of the configuration, and the next follows it", () => {
  const first = withEntry(undefined, { from: undefined, to: step.from }, [], "0.3.0");
  expect(latestVersion(first)).toBe("0.3.0");
  expect(first).toContain("First version.");
  const second = withEntry(first, step, breaking, "0.3.0");
  expect(second.indexOf("## 0.4.0")).toBeLessThan(second.indexOf("## 0.3.0"));
  expect(latestVersion(second)).toBe("0.4.0");
});

test("a package that has versions gets no first one", () => {
  const text = "# Changelog\n\n## 1.0.0\n\nBy hand.\n";
  expect(withEntry(text, { from: undefined, to: step.to }, [], "0.1.0")).toBe(text);
});

test("the later of configuration and changelog is the version to go on from", () => {
  const text = "# Changelog\n\n## 1.2.0\n";
  expect(latestVersion(withEntry(text, step, breaking, "1.0.0"))).toBe("2.0.0");
  expect(latestVersion(withEntry(text, step, breaking, "3.1.0"))).toBe("4.0.0");
});

test("a step that goes on replaces its entry, under the version that is right then, and keeps what people wrote", () => {
  const small = withEntry("# Changelog\n\n## 1.0.0\n", step, [difference("docs", "Pet")], "1.0.0");
  const noted = small.replace("<!-- end of specwright's -->", "$&\n\nThanks to *Mo*.");
  const grown = withEntry(noted, { ...step, to: "cccccccccccccccc" }, breaking, "1.0.0");
  expect(grown).toContain("## 2.0.0");
  expect(grown).not.toContain("## 1.0.1");
  expect(grown).toMatch(/specwright's -->\n\nThanks to \*Mo\*\.\n\n## 1\.0\.0\n$/);
});

test("a step that turns back takes its entry away", () => {
  const before = "# Changelog\n\nAll of it.\n\n## 1.0.0\n\nBy hand.\n";
  const told = withEntry(before, step, breaking, "1.0.0");
  expect(withEntry(told, { ...step, to: step.from }, [], "1.0.0")).toBe(before);
});

test("what is not released stays on top, and headings in code are none", () => {
  const text = "# Changelog\n\n## Unreleased\n\n```md\n## 9.0.0\n```\n\n## [1.0.0] - 2026-01-02\n\nOld.\n";
  const now = withEntry(text, step, breaking, "0.1.0");
  expect(now.match(/^## .*/gm)).toEqual(["## Unreleased", "## 9.0.0", "## 2.0.0", "## [1.0.0] - 2026-01-02"]);
  expect(latestVersion(text)).toBe("1.0.0");
});

test("Windows line endings stay", () => {
  const now = withEntry("# Changelog\r\n\r\n## 1.0.0\r\n\r\nOld.\r\n", step, breaking, "0.1.0");
  expect(now.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(latestVersion(now)).toBe("2.0.0");
});

test("names of the description cannot become markup", () => {
  const evil = "`<!-- end of specwright's -->`\n## 9.9.9\n";
  const now = withEntry("## 1.0.0\n", step, [{ ...difference("breaking", evil), detail: evil }], "1.0.0");
  expect(latestVersion(now)).toBe("2.0.0");
  expect(withEntry(now, step, [{ ...difference("breaking", evil), detail: evil }], "1.0.0")).toBe(now);
});

test("where nothing differs there is no changelog", () => {
  expect(withEntryIfAny(undefined, step, [], "1.0.0")).toBeUndefined();
});

test("a later version that somebody wrote over an entry stays, and is where the next one goes on from", () => {
  const told = withEntry("# Changelog\n\n## 1.0.0\n", step, [difference("docs", "Pet")], "1.0.0");
  const renamed = told.replace("## 1.0.1", "## 3.0.0");
  const again = withEntry(renamed, { ...step, to: "cccccccccccccccc" }, breaking, "1.0.0");
  expect(again.match(/^## .*/gm)).toEqual(["## 3.0.0", "## 1.0.0"]);
});

test("the newest version stands on top", () => {
  const told = withEntry("# Changelog\n\n## 1.0.0\n", step, [difference("docs", "Pet")], "1.0.0");
  const above = told.replace("## 1.0.1", "## 2.0.0\n\nBy hand.\n\n## 1.0.1");
  expect(withEntry(above, step, breaking, "1.0.0").match(/^## .*/gm)).toEqual([
    "## 3.0.0",
    "## 2.0.0",
    "## 1.0.0",
  ]);
});
