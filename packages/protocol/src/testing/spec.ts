/** The specification folder beside the checkout, when there is one. Tests that need it skip themselves without it. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DEFAULT_FOLDER = new URL('../../../../../shared/spec', import.meta.url);

/** Folder of the specification (`FOYER_SPEC_DIR`, or `../shared/spec` beside the checkout); `null` when absent. */
export function specFolder(): string | null {
  const folder = process.env['FOYER_SPEC_DIR'] ?? fileURLToPath(DEFAULT_FOLDER);
  return existsSync(folder) ? folder : null;
}

/** A JSON file of the specification; `null` when the folder is absent. */
export function readSpec<T>(file: string): T | null {
  const folder = specFolder();
  return folder === null ? null : (JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as T);
}
