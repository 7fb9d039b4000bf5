import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "bench/**/*.test.ts", "scripts/**/*.test.ts"],
    setupFiles: ["test/laws-seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
