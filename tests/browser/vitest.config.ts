import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const conditions = ['foyer-source', 'module', 'node', 'default'];

/** Two files at a time: they share one Foyer, and each brings a browser and people of its own. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../.cache/browser', import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['*.test.ts'],
    globalSetup: ['house/global-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
  },
});
