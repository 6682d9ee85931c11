import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/monorepo/with-nx/*.nx.ts"], testTimeout: 300_000, hookTimeout: 300_000 },
});
