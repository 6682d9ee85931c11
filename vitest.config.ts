import { defineConfig } from "vitest/config";

export default defineConfig({
  // All processors: otherwise one is kept free, which of two is half of them.
  test: { include: ["test/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: "100%" },
});
