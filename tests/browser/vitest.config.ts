import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const conditions = ['foyer-source', 'module', 'node', 'default'];

/** One file after the other: they share one Foyer, and a browser needs the machine for itself to be quick. */
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
    fileParallelism: false,
  },
});
