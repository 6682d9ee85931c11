/** The page and the comment for a pull request that tell of differences: what stands where, and that all of it is in the file. */
import { describe, expect, test } from "vitest";
import { formatDiff } from "../../generator/diff/formats.js";
import type { LocatedDifference } from "../../generator/diff/located.js";
import { type DiffCode, type Level, diffRules } from "../../generator/diff/rules.js";
import type { PackageDiff } from "../../generator/diff/words.js";

function difference(
  level: Level,
  code: DiffCode,
  subject: string,
  detail: string,
  lines: { readonly before?: number; readonly after?: number } = { before: 1, after: 2 },
): LocatedDifference {
  const at = (file: string, line: number) => ({ file, line, column: 3 });
  const { title, why, affects } = diffRules[code];
  return {
    ...{ code, level, title, why, affects, subject, detail, directions: ["request"] },
    ...(lines.before === undefined ? {} : { before: at("old.yaml", lines.before) }),
    ...(lines.after === undefined ? {} : { after: at("new.yaml", lines.after) }),
  };
}

const report: PackageDiff = {
  bump: "major",
  version: "2.0.0",
  differences: [
    difference("breaking", "property-required", "Pet.name", "name"),
    difference("breaking", "property-required", "Pet.owner.name", "name"),
    difference("breaking", "operation-removed", "listPets", "get /pets", { before: 7 }),
    difference("compatible", "parameter-added", "findPets limit", "query limit"),
    difference("compatible", "enum-member-removed", "Pet.kind[]", '"cat"'),
    difference("docs", "docs-changed", "the API", "description"),
  ],
};
const nothing: PackageDiff = { bump: "none", version: "1.0.0", differences: [] };

/** The texts of a page in their order, without markup. */
const texts = (page: string): readonly string[] =>
  page
    .replace(/<style>[^]*<\/style>/, "")
    .replaceAll("<wbr>", "")
    .replaceAll("&#34;", '"')
    .split(/<[^>]*>/)
    .map((each) => each.trim())
    .filter((each) => each !== "");

const ids = (page: string): readonly string[] =>
  [...page.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id);

const pages: readonly (readonly [what: string, page: string])[] = [
  ["one package", formatDiff([report], "html")],
  [
    "several packages",
    formatDiff(
      [
        { ...report, output: "a" },
        { ...nothing, output: "b" },
      ],
      "html",
    ),
  ],
  ["no difference", formatDiff([nothing], "html")],
];

describe.each(pages)("a page of %s", (_, page) => {
  test("loads nothing and runs nothing", () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|https?:|\son\w+=| src=/);
  });

  test("has ids of their own, and each of its links leads to one", () => {
    expect(new Set(ids(page)).size).toBe(ids(page).length);
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id = ""]) => decodeURIComponent(id));
    expect(targets.filter((each) => !ids(page).includes(each))).toEqual([]);
  });

  test("says its language, fits a telephone, and leaves out no level of headings", () => {
    expect(page).toMatch(/<html lang="en">[^]*<meta name="viewport" content="width=device-width/);
    const depths = [...page.matchAll(/<h(\d)/g)].map(([, depth]) => Number(depth));
    expect(depths.filter((each, i) => each > (depths[i - 1] ?? 0) + 1)).toEqual([]);
  });

  test("labels what can be chosen", () => {
    const inputs = page.match(/<input/g) ?? [];
    expect(page.match(/<label><input [^>]*> [a-z ]+<\/label>/g) ?? []).toHaveLength(inputs.length);
  });
});

test("the version comes first, then what breaks; each owner and each rule is named once", () => {
  const [first, ...rest] = texts(formatDiff([report], "html"));
  const from = rest.indexOf("Breaking (3)");
  expect(first).toBe("API changes");
  expect(rest.indexOf("A major version: 2.0.0.")).toBeLessThan(from);
  expect(rest.slice(from, rest.indexOf("Compatible (2)"))).toEqual([
    ...["Breaking (3)", "Pet", "a property has become required", "property-required"],
    diffRules["property-required"].why,
    ...["name", "request", "old.yaml:1:3", "→", "new.yaml:2:3"],
    ...["owner.name", "request", "old.yaml:1:3", "→", "new.yaml:2:3"],
    ...["listPets", "an operation is gone", "operation-removed", diffRules["operation-removed"].why],
    ...["get /pets", "request", "was at", "old.yaml:7:3"],
  ]);
  const compatible = rest.slice(rest.indexOf("Compatible (2)"), rest.indexOf("Documentation (1)"));
  expect(compatible).toEqual(expect.arrayContaining(["findPets", "query limit", "Pet", "kind[]", '"cat"']));
  expect(rest.slice(rest.indexOf("Documentation (1)"))).toContain("the API");
});

test("a page has a filter for each level that there is, and for each part of a package", () => {
  const [[, page = ""] = []] = pages;
  expect(ids(page).filter((each) => /^(show|only)-/.test(each))).toEqual([
    ...["show-breaking", "show-compatible", "show-docs"],
    ...["only-client", "only-types", "only-validators", "only-fixtures", "only-receivers"],
  ]);
  for (const each of ["breaking", "compatible", "docs"])
    expect(page).toContain(`body:has(#show-${each}:not(:checked)) .level.${each} { display: none }`);
  expect(formatDiff([nothing], "html")).not.toContain("<form");
});

test("what breaks before 1.0.0 is a minor version, and the page says so", () => {
  const early: PackageDiff = { ...report, bump: "minor", version: "0.2.0" };
  expect(formatDiff([early], "html")).toContain("Before 1.0.0 what breaks is a minor version.");
  expect(formatDiff([report], "html")).not.toContain("Before 1.0.0");
});

describe("a comment on a pull request", () => {
  test("begins with the version and the numbers, and says why something breaks", () => {
    const lines = formatDiff([report], "markdown").split("\n");
    expect(lines[2]).toBe("**A major version: 2.0.0.** 3 breaking, 2 compatible, 1 documentation");
    expect(lines).toContain(
      `| \`operation-removed\` | listPets | an operation is gone: get /pets (request)<br>${diffRules["operation-removed"].why} | old.yaml:7:3 |`,
    );
    expect(formatDiff([nothing], "markdown")).toBe("## API changes\n\n**Nothing differs.**");
  });

  const many = (level: Level, count: number): readonly LocatedDifference[] =>
    Array.from({ length: count }, (_, i) => difference(level, "property-added", `Pet.p${i}`, `p${i}`));

  test("folds long lists, but those of what breaks", () => {
    const differences = [...many("breaking", 30), ...many("compatible", 30), ...many("docs", 3)];
    const text = formatDiff([{ ...report, differences }], "markdown");
    expect(text.match(/^(### .*|<summary>.*)$/gm)).toEqual([
      "### Breaking (30)",
      "<summary>Compatible (30)</summary>",
      "### Documentation (3)",
    ]);
  });

  test("is no longer than GitHub takes, and says what it leaves out", () => {
    const text = formatDiff([{ ...report, differences: many("breaking", 2000) }], "markdown");
    expect(text.length).toBeLessThan(65_536);
    const told = text.split("\n").filter((line) => line.startsWith("| `")).length;
    expect(told).toBeGreaterThan(100);
    expect(text).toContain(`… and ${2000 - told} more, which \`specwright diff\` lists.`);
  });
});
