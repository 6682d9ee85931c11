import { defineConfig } from "specwright";

export default defineConfig({
  input: "spec/twilio/openapi.yaml",
  overlays: ["spec/twilio/overlay.yaml"],
  output: "generated/twilio",
  package: { name: "@specwright/twilio", version: "0.1.0", license: "MIT" },
});
