/** Vite's dev server goes on with the last good package, and its pages show what is wrong until it is mended. */
import { mkdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { type Page, serve } from "./dev-server.js";
import { configuration, describing, mistake, newProject } from "./project.js";

const validator = "/api/src/validators/pet.ts";

const error = async (page: Page): Promise<unknown> => (await page.sent("error"))["err"];

/** The mistake of the description, as the overlay is given it. */
const shown = (file: string): object => ({
  plugin: "specwright",
  message: expect.stringMatching(mistake),
  stack: "",
  id: file,
  loc: { file, line: 4, column: 21 },
});

test("a change is generated and sent, a mistake shown and taken away", async () => {
  const project = await newProject();
  const { get, open } = await serve(project);
  for (const module of ["/app.ts", "/api/src/validators/index.ts"]) await get(module);
  expect(await get(validator)).toContain("text(issues");

  const page = await open();
  await project.edit("openapi.yaml", describing("integer"));
  await page.sent("full-reload");
  await expect.poll(() => get(validator), { timeout: 30_000 }).toContain("integer(issues");

  await project.edit("openapi.yaml", describing("strin"));
  expect(await error(page)).toEqual(shown(project.at("openapi.yaml")));
  expect(await get(validator)).toContain("integer(issues");
  expect(await error(await open())).toEqual(shown(project.at("openapi.yaml")));

  await project.edit("openapi.yaml", describing("integer"));
  expect(await page.sent("update")).toEqual({ type: "update", updates: [] });
  expect(await get(validator)).toContain("integer(issues");
});

test("a template is seen, and so is a new one", async () => {
  const project = await newProject();
  const ours = await readFile("templates/api.md.hbs", "utf8");
  await mkdir(project.at("templates"));
  await project.write("templates/api.md.hbs", ours);
  await project.write(
    "specwright.config.json",
    JSON.stringify({ ...JSON.parse(configuration), templates: "templates" }),
  );
  await serve(project);
  const printed = (path: string): Promise<string> => readFile(project.at(path), "utf8");
  await project.edit("templates/api.md.hbs", `${ours}\nOne.\n`);
  await expect.poll(() => printed("api/api.md"), { timeout: 30_000 }).toContain("One.");
  await project.edit(
    "templates/README.md.hbs",
    `${await readFile("templates/README.md.hbs", "utf8")}\nTwo.\n`,
  );
  await expect.poll(() => printed("api/README.md"), { timeout: 30_000 }).toContain("Two.");
});

test("a server starts with a mistake, and goes on when it is mended", async () => {
  const project = await newProject();
  await project.write("openapi.yaml", describing("strin"));
  const { get, open } = await serve(project);
  const page = await open();
  expect(await error(page)).toEqual(shown(project.at("openapi.yaml")));
  expect(project.has("api")).toBe(false);

  await project.edit("openapi.yaml", describing("string"));
  await page.sent("update");
  expect(await get(validator)).toContain("text(issues");
});

test("a mistake in the configuration is shown and taken away as well", async () => {
  const project = await newProject();
  const { open } = await serve(project);
  const page = await open();
  await project.edit("specwright.config.json", "{}");
  expect(await error(page)).toMatchObject({
    message: expect.stringContaining("specwright.config.json:1:1 error config-invalid"),
  });
  await project.edit("specwright.config.json", configuration);
  expect(await page.sent("update")).toEqual({ type: "update", updates: [] });
});
