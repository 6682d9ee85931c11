import { defineConfig } from "specwright";

export default defineConfig({
  input: "spec/openapi.yaml",
  output: "client",
  package: { name: "@acme/orders", version: "1.0.0" },
  references: { folders: ["../../common"] },
  templates: "templates",
  lock: true,
});
