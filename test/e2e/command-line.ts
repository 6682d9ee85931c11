/** The installed `specwright` command, on a small description in the user's project. */
import { existsSync } from "node:fs";
import { appendFile, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Finished, type Project, textsIn } from "./project.js";

const tasks = `openapi: 3.1.0
info: { title: Tasks, version: "1" }
servers: [{ url: https://tasks.example/v1 }]
paths:
  /tasks/{id}:
    get:
      operationId: fetchTask
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer } }
      responses:
        "200":
          description: The task.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Task" }
components:
  schemas:
    Task:
      type: object
      required: [title]
      properties:
        title: { type: string, minLength: 1 }
        done: { type: boolean }
`;

/** The project's configuration file; it imports the installed package, and is compiled with the project. */
export const configuration = `import { defineConfig } from "specwright";

export default defineConfig([
  { input: "tasks.yaml", output: "packages/tasks", package: { name: "@acme/tasks", version: "1.2.3" } },
  { input: "./tasks.yaml", output: "packages/more" },
]);
`;

/** Two mistakes, at places that an editor can jump to. */
const broken = tasks.replace("schemas/Task", "schemas/Tsak").replace("type: boolean", "type: bool");

const placeOf = (text: string, needle: string): number =>
  text.split("\n").findIndex((line) => line.includes(needle)) + 1;

interface Report {
  readonly output: string;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  readonly upToDate: boolean;
}

/** To be called in a test file that has a project; needs it when its tests run. */
export function describeCommandLine(project: () => Project): void {
  const specwright = (...args: string[]): Promise<Finished> => project().run("specwright", ...args);
  const at = (path: string): string => join(project().folder, path);
  const silent = { code: 0, stdout: "", stderr: "" };

  /** A package of the small description, as specwright wrote it, in a folder of its own. */
  const generated = (output: string): Promise<void> => cp(at("out/tasks"), at(output), { recursive: true });

  beforeAll(async () => {
    await project().write("tasks.yaml", tasks);
    await project().write("broken.yaml", broken);
    expect(await specwright("generate", "-i", "tasks.yaml", "-o", "out/tasks")).toEqual(silent);
  });

  describe("specwright generate", () => {
    test("writes a package that compiles, and says nothing to a pipe", async () => {
      await generated("out/compiled");
      for (const path of [
        "package.json",
        "README.md",
        "api.md",
        "src/index.ts",
        "src/client.ts",
        "src/schema.ts",
      ])
        expect(existsSync(at(`out/compiled/${path}`)), path).toBe(true);
      expect(await project().run("tsc", "-p", "out/compiled")).toEqual(silent);
      const script =
        'import { Task } from "./out/compiled/dist/validators/index.js"; console.log(Task.is({ title: "" }))';
      await writeFile(at("use.mjs"), script);
      expect(await project().node("use.mjs")).toEqual({ ...silent, stdout: "false\n" });
    });

    test("follows the configuration file of the folder, package by package", async () => {
      await project().write("specwright.config.ts", configuration);
      expect(await specwright("generate")).toEqual(silent);
      const manifest = JSON.parse(await readFile(at("packages/tasks/package.json"), "utf8")) as object;
      expect(manifest).toMatchObject({ name: "@acme/tasks", version: "1.2.3" });
      expect(await textsIn(at("packages/more/src"))).not.toEqual({});
    });

    test("writes what is not as it should be, and reports it as JSON", async () => {
      await generated("out/again");
      const before = await textsIn(at("out/again"));
      await appendFile(at("out/again/src/index.ts"), "// mine\n");
      const { code, stdout, stderr } = await specwright(
        "generate",
        "-i",
        "tasks.yaml",
        "-o",
        "out/again",
        "--json",
        "--force",
      );
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      const [report] = (JSON.parse(stdout) as { readonly packages: readonly Report[] }).packages;
      expect(report).toMatchObject({
        output: "out/again",
        written: ["src/index.ts"],
        removed: [],
        diagnostics: [],
      });
      expect([...(report?.unchanged ?? []), "src/index.ts"].sort()).toEqual(
        Object.keys(before)
          .map((path) => path.slice(at("out/again/").length))
          .sort(),
      );
      expect(await textsIn(at("out/again"))).toEqual(before);
      const again = await specwright("generate", "-i", "tasks.yaml", "-o", "out/again", "--json");
      expect(JSON.parse(again.stdout)).toMatchObject({
        packages: [{ written: [], removed: [], upToDate: true }],
      });
    });

    test("does not touch files that it did not write", async () => {
      await generated("out/mine");
      await rm(at("out/mine/.specwright.json"));
      await writeFile(at("out/mine/README.md"), "# mine\n");
      await writeFile(at("out/mine/src/extra.ts"), "export {};\n");
      const before = await textsIn(at("out/mine"));
      const { code, stderr } = await specwright("generate", "-i", "tasks.yaml", "-o", "out/mine");
      expect([code, stderr]).toEqual([
        1,
        expect.stringContaining("out/mine/README.md:1:1 error output-foreign"),
      ]);
      expect(await textsIn(at("out/mine"))).toEqual(before);
    });

    test("reports every mistake with its place, exits with 1 and leaves the package as it was", async () => {
      await generated("out/kept");
      const before = await textsIn(at("out/kept"));
      const { code, stdout, stderr } = await specwright("generate", "-i", "broken.yaml", "-o", "out/kept");
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      const places = stderr
        .split("\n")
        .flatMap((line) => /^(\S+:\d+):\d+ error ([\w-]+)$/.exec(line)?.slice(1) ?? []);
      expect(places).toEqual([
        `broken.yaml:${placeOf(broken, "Tsak")}`,
        "ref-unresolved",
        `broken.yaml:${placeOf(broken, "bool")}`,
        "schema-type",
      ]);
      expect(await textsIn(at("out/kept"))).toEqual(before);
    });

    test("writes nothing at all for a broken description", async () => {
      const { code } = await specwright("generate", "-i", "broken.yaml", "-o", "out/never");
      expect([code, existsSync(at("out/never"))]).toEqual([1, false]);
    });

    test("exits with 1 and a place for broken YAML", async () => {
      await writeFile(at("syntax.yaml"), 'openapi: 3.1.0\ninfo: { title: "open\n');
      const { code, stderr } = await specwright("generate", "-i", "syntax.yaml", "-o", "out/never");
      expect({ code, stderr }).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^syntax\.yaml:\d+:\d+ error/) as string,
      });
    });

    test("prints diagnostics as JSON", async () => {
      const { code, stdout, stderr } = await specwright(
        "generate",
        "-i",
        "broken.yaml",
        "-o",
        "out/never",
        "--json",
      );
      expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
      const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly object[] };
      const place = { file: "broken.yaml", line: placeOf(broken, "Tsak"), severity: "error" };
      expect(diagnostics[0]).toMatchObject({ ...place, code: "ref-unresolved" });
    });
  });

  describe("specwright check", () => {
    test("exits with 0 and says nothing when the package is what would be generated", async () => {
      await generated("out/checked");
      expect(await specwright("check", "-i", "tasks.yaml", "-o", "out/checked")).toEqual(silent);
      const { code, stdout } = await specwright("check", "-i", "tasks.yaml", "-o", "out/checked", "--json");
      expect([code, JSON.parse(stdout)]).toMatchObject([
        0,
        { packages: [{ output: "out/checked", changed: [], stale: [] }], diagnostics: [] },
      ]);
    });

    test("exits with 1 and lists what differs, and writes nothing", async () => {
      await generated("out/drifted");
      await appendFile(at("out/drifted/api.md"), "more\n");
      await rm(at("out/drifted/src/client.ts"));
      await writeFile(
        at("renamed.yaml"),
        tasks.replaceAll("Task:", "Job:").replaceAll("schemas/Task", "schemas/Job"),
      );
      const before = await textsIn(at("out/drifted"));
      const same = await specwright("check", "-i", "tasks.yaml", "-o", "out/drifted");
      expect(same.code).toBe(1);
      expect(same.stderr).toBe("→ run specwright generate with the same options to bring it up to date\n");
      const lines = same.stdout.split("\n");
      expect(lines.filter((line) => line.startsWith("out/")).sort()).toEqual([
        "out/drifted/api.md: edited by hand",
        "out/drifted/src/client.ts: missing",
      ]);
      expect(lines.filter((line) => /^[-+](?![-+])/.test(line))).toEqual(["-more"]);
      const renamed = await specwright("check", "-i", "renamed.yaml", "-o", "out/drifted", "--json");
      expect(renamed.code).toBe(1);
      const { packages } = JSON.parse(renamed.stdout) as {
        readonly packages: readonly [Record<"changed" | "stale", readonly string[]>];
      };
      const [report] = packages;
      expect(report.changed).toContain("src/models/job.ts");
      expect(report.stale).toContain("src/models/task.ts");
      expect(await textsIn(at("out/drifted"))).toEqual(before);
    });

    test("exits with 1 for a broken description", async () => {
      const { code, stderr } = await specwright("check", "-i", "broken.yaml", "-o", "out/checked");
      expect([code, stderr]).toEqual([1, expect.stringContaining("broken.yaml:")]);
    });
  });

  describe("a command line that cannot be followed", () => {
    test.each<[what: string, args: readonly string[], said: RegExp]>([
      ["an input that is not there", ["generate", "-i", "missing.yaml", "-o", "out/x"], /missing\.yaml/],
      ["an input that is a folder", ["generate", "-i", "src", "-o", "out/x"], /src/],
      ["a configuration that is not there", ["check", "-c", "missing.config.ts"], /missing\.config\.ts/],
      ["an unknown option", ["generate", "--colour"], /--colour/],
      ["an option without its value", ["generate", "-i"], /-i/],
      ["an unknown command", ["generat"], /generat/],
      ["too many arguments", ["generate", "tasks.yaml"], /argument/],
      ["no command", [], /Usage/],
    ])("exits with 2 for %s", async (_, args, said) => {
      const { code, stdout, stderr } = await specwright(...args);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(said);
      expect(stderr).not.toMatch(/internal error|^\s+at /m);
      expect(existsSync(at("out/x"))).toBe(false);
    });

    test("exits with 2 where there is neither an input nor a configuration", async () => {
      await mkdir(at("empty"), { recursive: true });
      const cli = at("node_modules/specwright/dist/cli.js");
      const script = `process.chdir("empty"); process.argv = [process.argv[0], "specwright", "generate"]; await import(${JSON.stringify(cli)})`;
      await writeFile(at("elsewhere.mjs"), script);
      const { code, stderr } = await project().node("elsewhere.mjs");
      expect([code, stderr]).toEqual([2, expect.stringContaining("specwright.config.ts")]);
    });
  });

  describe("asked about itself", () => {
    test("prints its version", async () => {
      const { version } = JSON.parse(await readFile(at("node_modules/specwright/package.json"), "utf8")) as {
        version: string;
      };
      expect(await specwright("--version")).toEqual({ ...silent, stdout: `${version}\n` });
    });

    test("prints its help", async () => {
      const { code, stdout } = await specwright("--help");
      expect([code, stdout]).toEqual([0, expect.stringMatching(/generate[^]*check/)]);
    });
  });
}
