// Writes the pages of docs/ that are generated from the code.
import { writeFile } from 'node:fs/promises';
import { importSource } from './lib/import-source.mjs';

const { configurationPage } = await importSource('apps/server/src/platform/config-docs.ts');
await writeFile(new URL('../docs/configuration.md', import.meta.url), configurationPage());
console.log('docs/configuration.md');
