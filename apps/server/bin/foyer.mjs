#!/usr/bin/env node
// The `foyer` command. In a checkout it first builds what has changed.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const build = new URL('../../../scripts/lib/build-changed.mjs', import.meta.url);
if (existsSync(fileURLToPath(build))) await (await import(build.href)).buildChanged();
process.env.FOYER_CACHE_DIR ??= fileURLToPath(new URL('../../../.cache', import.meta.url));
await import(new URL('../dist/server/cli.js', import.meta.url).href);
