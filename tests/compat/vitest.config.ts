import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const conditions = ['foyer-source', 'module', 'node', 'default'];

/** Our packages from their sources, the official ones as they are published. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../.cache/compat', import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'offline', include: ['types/*.test.ts', 'authenticate/*.test.ts'] } },
      { extends: true, test: { name: 'server', include: ['backend/*.test.ts', 'express/*.test.ts', 'browser/*.test.ts'], globalSetup: ['house/global-setup.ts'] } },
    ],
  },
});
