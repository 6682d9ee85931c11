import { type Node, SyntaxKind } from "ts-morph";
import { describe, expect, test } from "vitest";
import { importGraph } from "./import-graph.js";

const { modules, sources } = importGraph("generator");

/** Every node of some modules with its place. */
function nodesOf(
  which: (module: string) => boolean,
  kind: SyntaxKind,
): readonly { readonly node: Node; readonly at: string }[] {
  return modules.filter(which).flatMap((module) =>
    (sources.get(module)?.getDescendantsOfKind(kind) ?? []).map((node) => ({
      node,
      at: `${module}:${node.getStartLineNumber()} ${node.getText().slice(0, 60)}`,
    })),
  );
}

/** Below the command line, which has the clock and the environment; in what ships, one module has clock and chance. What waits for other runs needs them, too. */
const isBelow = (module: string): boolean =>
  !/^(cli|watch\/.*|commands\/.*|runtime\/platform|output\/alone)$/.test(module);

/** What ships with a package and has to know when something ends; tests give it a clock of their own. */
const keepsTime = (module: string): boolean => module === "runtime/oauth";

describe("below the command line", () => {
  test("nothing reads the clock or makes random numbers", () => {
    const reads =
      /^(Date\.now|performance\.\w+|Math\.random|crypto\.(randomUUID|getRandomValues|randomBytes)|process\.hrtime.*)$/;
    const used = nodesOf(
      (module) => isBelow(module) && !keepsTime(module),
      SyntaxKind.PropertyAccessExpression,
    ).filter(({ node }) => reads.test(node.getText()));
    expect(used.map((each) => each.at)).toEqual([]);
    const now = nodesOf(isBelow, SyntaxKind.NewExpression).filter(({ node }) =>
      /^new Date(\(\))?$/.test(node.getText()),
    );
    expect(now.map((each) => each.at)).toEqual([]);
    const called = nodesOf(isBelow, SyntaxKind.CallExpression).filter(({ node }) =>
      /^Date\(/.test(node.getText()),
    );
    expect(called.map((each) => each.at)).toEqual([]);
  });

  test("nothing depends on the language of the machine", () => {
    const names = /^(toLocale\w*|localeCompare|Intl)$/;
    const used = nodesOf(isBelow, SyntaxKind.Identifier).filter(({ node }) => names.test(node.getText()));
    expect(used.map((each) => each.at)).toEqual([]);
  });

  test("nothing reads the environment, the working directory only to find and to show paths, and standard input only as the description", () => {
    const used = nodesOf(isBelow, SyntaxKind.PropertyAccessExpression)
      .filter(({ node }) => /^process\.\w+$/.test(node.getText()))
      .map(({ node, at }) => `${at.replace(/:.*/, "")} ${node.getText()}`);
    const allowed = [
      "engine process.versions",
      "init process.pid",
      "load-config process.cwd",
      "load/input process.stdin",
      "load/source process.cwd",
      "output/code-cache process.arch",
      "output/code-cache process.version",
      "output/stamp process.cwd",
      "output/cache-folder process.pid",
    ];
    expect([...new Set(used)].filter((each) => !allowed.includes(each))).toEqual([]);
  });

  test("nothing sets a timer", () => {
    const names = /^(setTimeout|setInterval|setImmediate)$/;
    const used = nodesOf(isBelow, SyntaxKind.Identifier).filter(({ node }) => names.test(node.getText()));
    expect(used.map((each) => each.at)).toEqual([]);
  });

  test("nothing evaluates text", () => {
    const used = [
      ...nodesOf(isBelow, SyntaxKind.NewExpression).filter(({ node }) =>
        /^new Function\b/.test(node.getText()),
      ),
      ...nodesOf(isBelow, SyntaxKind.CallExpression).filter(({ node }) =>
        /^(eval|Function)\(/.test(node.getText()),
      ),
    ];
    expect(used.map((each) => each.at)).toEqual([]);
  });
});

describe("OpenAPI", () => {
  /** Words that only an OpenAPI description uses; the model has its own for what they mean. */
  const words = [
    ...["openapi", "swagger", "operationId", "requestBody", "$ref", "readOnly", "writeOnly"],
    ...["securitySchemes", "propertyName", "mapping", "webhooks", "callbacks", "x-specwright", "explode"],
  ];
  /** Loading and lowering know them, with the readers of raw descriptions; `wire` prepares one for openapi-typescript. */
  const knows = (module: string): boolean =>
    /^(fields|init)$|^(load|select)\/|^model\/(lower|reader|aliases|directions|identifiers|dynamic-scope|plain-refs)|^render\/wire(-|$)/.test(
      module,
    ) || module.startsWith("runtime/");

  test.each([SyntaxKind.StringLiteral, SyntaxKind.NoSubstitutionTemplateLiteral])(
    "is known to loading, lowering and the readers of raw descriptions only (%i)",
    (kind) => {
      const literal = (node: Node): string => node.getText().slice(1, -1);
      const used = nodesOf((module) => !knows(module), kind).filter(({ node }) =>
        words.includes(literal(node)),
      );
      expect(used.map((each) => each.at)).toEqual([]);
    },
  );

  test("is what lowering speaks of, so that this test can fail", () => {
    const used = nodesOf(knows, SyntaxKind.StringLiteral).map(({ node }) => node.getText().slice(1, -1));
    expect(words.filter((word) => !used.includes(word))).toEqual([]);
  });
});
