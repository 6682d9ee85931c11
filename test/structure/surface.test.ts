import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Node, type Project, type SourceFile } from "ts-morph";
import { describe, expect, test } from "vitest";
import { entries, folder, manifest, twilioProject } from "./twilio-project.js";

const project: Project = twilioProject();

/** The kind of an exported declaration, in the words of `api.md`. */
function kindOf(declaration: Node): string {
  if (Node.isInterfaceDeclaration(declaration)) return "interface";
  if (Node.isTypeAliasDeclaration(declaration)) return "type";
  if (Node.isFunctionDeclaration(declaration)) return "function";
  if (Node.isClassDeclaration(declaration)) return "class";
  if (Node.isVariableDeclaration(declaration)) return "const";
  throw new Error(`${declaration.getKindName()} is exported`);
}

/** What the checker says a module exports: `name (kinds)`, sorted. */
function exportsOf(module: string): readonly string[] {
  const source: SourceFile = project.getSourceFileOrThrow(join(folder, `src/${module}.ts`));
  const all = [...source.getExportedDeclarations()].map(
    ([name, declarations]) => `${name} (${[...new Set(declarations.map(kindOf))].sort().join(", ")})`,
  );
  return all.sort();
}

/** What `api.md` lists under each heading. */
function listed(): ReadonlyMap<string, readonly string[]> {
  const sections = readFileSync(join(folder, "api.md"), "utf8").split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => {
      const [, specifier = ""] = /^`([^`]+)`/.exec(section) ?? [];
      const lines = [...section.matchAll(/^- `([^`]+)` \(([^)]+)\)/gm)];
      const names = lines.map(([, name, kinds = ""]) => `${name} (${kinds.split(", ").sort().join(", ")})`);
      return [specifier, names.sort()];
    }),
  );
}

const described = [...entries].filter(([subpath]) => subpath !== "./schema");

describe("api.md", () => {
  test("has a section for each subpath, and no other", () => {
    const specifiers = described.map(([subpath]) => manifest.name + subpath.slice(1));
    expect([...listed().keys()].sort()).toEqual(specifiers.sort());
  });

  test.each(described)("lists exactly what the checker finds behind %s", (subpath, module) => {
    const names = listed().get(manifest.name + subpath.slice(1));
    expect(names?.length).toBeGreaterThan(0);
    expect(names).toEqual(exportsOf(module));
  });

  test("lists each export on one line of its own", () => {
    const lines = readFileSync(join(folder, "api.md"), "utf8")
      .split("\n")
      .filter((line) => line.startsWith("- "));
    const total = [...listed().values()].reduce((sum, names) => sum + names.length, 0);
    expect(lines.length).toBe(total);
    expect(new Set(lines).size).toBeGreaterThan(50);
  });
});

describe("the package", () => {
  test("exports the subpaths that users are told of", () => {
    expect([...entries.keys()].sort()).toEqual([
      ".",
      "./checks",
      "./client",
      "./fixtures",
      "./json-schemas",
      "./logging",
      "./messages",
      "./msw",
      "./retry",
      "./schema",
      "./timeout",
      "./validators",
    ]);
  });

  test("has a source for each subpath", () => {
    for (const module of entries.values())
      expect(existsSync(join(folder, `src/${module}.ts`)), module).toBe(true);
  });

  test("compiles under the options that it ships with", () => {
    const found = project.getPreEmitDiagnostics();
    expect(project.formatDiagnosticsWithColorAndContext(found)).toBe("");
  });

  test("has no any, no enum and no namespace in what it exports", () => {
    const texts = [...entries.values()].flatMap((module) =>
      [...project.getSourceFileOrThrow(join(folder, `src/${module}.ts`)).getExportedDeclarations()].flatMap(
        ([name, declarations]) =>
          declarations.map((each) => `${name}: ${each.getType().getText(each)} ${each.getKindName()}`),
      ),
    );
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => /\bany\b|EnumDeclaration|ModuleDeclaration/.test(text))).toEqual([]);
  });
});
