import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/corpus/*.test.ts"],
    env: { SPECWRIGHT_CORPUS: "whole" },
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
