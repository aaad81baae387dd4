import { defineConfig } from 'vitest/config';

const conditions = ['foyer-source', 'module', 'node', 'default'];

/** Unit and API suites: every `*.test.ts(x)` beside the code. Tests that need the whole house have their own runner in `tests/`. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          include: ['apps/server/src/**/*.test.ts'],
          globalSetup: ['apps/server/src/testing/global-setup.ts', 'apps/server/src/testing/contract-global-setup.ts'],
          setupFiles: ['apps/server/src/testing/contract-setup.ts'],
          // Files of one worker share their modules and so one database connection pool; each makes
          // its own instance and closes what it opens, as several servers in one process would.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'packages', include: ['packages/*/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'] },
      },
    ],
  },
});
