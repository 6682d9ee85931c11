/** A report of differences as people read it: text, Markdown for a pull request, and a page of its own. */
import { asMarkdown } from "./markdown-report.js";
import { asPage } from "./page.js";
import { asText } from "./text-report.js";
import type { PackageDiff } from "./words.js";

export const diffFormats = ["text", "json", "markdown", "html"] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** One document for all packages. Where there are several, each is named. */
export function formatDiff(packages: readonly PackageDiff[], format: DiffFormat): string {
  switch (format) {
    case "text":
      return asText(packages);
    case "json":
      return JSON.stringify({ packages }, null, 2);
    case "markdown":
      return asMarkdown(packages);
    case "html":
      return asPage(packages);
  }
}
