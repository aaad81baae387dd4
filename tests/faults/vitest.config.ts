import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const conditions = ['foyer-source', 'module', 'node', 'default'];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../.cache/faults', import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ['*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000, maxWorkers: 2 },
});
