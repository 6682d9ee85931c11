import { defineConfig } from "specwright";

export default defineConfig({
  input: "spec/openapi.yaml",
  overlays: ["spec/overlay.yaml"],
  output: "client",
  package: { name: "@acme/pets", version: "1.0.0" },
});
