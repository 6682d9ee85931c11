/** A shop in a temporary folder, with a format and a plugin of its own. */
import { join } from "node:path";
import { type Config, SpecError, generate } from "../../generator/index.js";
import { type Workspace, workspace } from "../output/workspace.js";

const money = { type: "string", format: "money" };

export const shopDescription = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  servers: [{ url: "https://example.com" }],
  paths: {
    "/orders": {
      get: {
        operationId: "listOrders",
        tags: ["orders"],
        parameters: [{ name: "above", in: "query", schema: money }],
        responses: {
          "200": {
            description: "It.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } } },
          },
        },
      },
    },
  },
  components: { schemas: { Order: { type: "object", required: ["total"], properties: { total: money } } } },
};

export interface Shop extends Workspace {
  /** The module of the format, and the plugin; neither is there yet. */
  readonly customised: Config & { readonly plugins: readonly string[] };
}

export async function shop(): Promise<Shop> {
  const made = await workspace(shopDescription);
  const { root, config } = made;
  return {
    ...made,
    customised: {
      ...config,
      cache: join(root, "kept"),
      formats: { money: { module: join(root, "money.ts") } },
      plugins: [join(root, "plugin.ts")],
    },
  };
}

/** A plugin without a type, which makes the files of an expression. */
export const plugin = (files: string): string => `export default (model) => (${files});\n`;

/** What generating is refused for: the code, the file and the place of each diagnostic, and what it says. */
export async function refusals(config: Config): Promise<readonly string[]> {
  const failure: unknown = await generate(config).catch((cause: unknown) => cause);
  if (!(failure instanceof SpecError))
    throw failure instanceof Error ? failure : new Error("it was not refused");
  return failure.diagnostics.map(
    ({ code, file, line, column, message }) =>
      `${code} ${file.replace(/^.*\//, "")}:${line}:${column} ${message.replace(/^[^:]*: /, "")}`,
  );
}
