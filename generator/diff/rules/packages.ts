/** What changes of a package as a whole, and what is only read. */
import type { DiffRule } from "./rule.js";

export const packages = {
  "package-renamed": {
    title: "the package has another name, which follows the title",
    why: "Imports by the old name, and of the facade, are no longer found; `package.name` keeps a name.",
    level: "breaking",
    affects: ["client"],
  },
  deprecated: {
    title: "something is deprecated",
    why: "Editors strike it through; it works as before.",
    level: "compatible",
    affects: ["client", "types"],
  },
  "deprecated-no-more": {
    title: "something is deprecated no more",
    why: "Editors no longer strike it through; it works as before.",
    level: "docs",
    affects: ["client", "types"],
  },
  "personal-changed": {
    title: "values are about a person, or no longer are",
    why: "Logs hide them where they are, and show them where they are not.",
    level: "compatible",
    affects: ["client"],
  },
  "docs-changed": {
    title: "a description is worded otherwise",
    why: "Comments and documents change, and nothing else.",
    level: "docs",
    affects: [],
  },
} as const satisfies Readonly<Record<string, DiffRule>>;
