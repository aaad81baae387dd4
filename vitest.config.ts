import { defineConfig } from 'vitest/config';

/** Unit and API suites: every `*.test.ts(x)` beside the code. Tests that need the whole house have their own runner in `tests/`. */
export default defineConfig({
  resolve: { conditions: ['foyer-source', 'module', 'node', 'default'] },
  ssr: { resolve: { conditions: ['foyer-source', 'module', 'node', 'default'] } },
  test: {
    include: ['apps/*/src/**/*.test.ts', 'packages/*/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
