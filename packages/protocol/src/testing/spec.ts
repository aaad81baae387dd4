/** The specification folder beside the checkout, when there is one. Tests that need it skip themselves without it. */
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { ApiVersion } from '../versions.ts';
import { correctDocument } from './corrections.ts';
import type { OpenApiDocument } from './official-document.ts';

export type ApiName = 'fapi' | 'bapi';

const CHECKOUT = new URL('../../../../', import.meta.url);
const CACHE = fileURLToPath(new URL('.cache/openapi', CHECKOUT));

/** Folder of the specification (`FOYER_SPEC_DIR`, or `../shared/spec` beside the checkout); `null` when absent. */
export function specFolder(): string | null {
  const folder = process.env['FOYER_SPEC_DIR'] ?? fileURLToPath(new URL('../shared/spec', CHECKOUT));
  return existsSync(folder) ? folder : null;
}

/** A JSON file of the specification; `null` when the folder is absent. */
export function readSpec<T>(file: string): T | null {
  const folder = specFolder();
  return folder === null ? null : (JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as T);
}

/**
 * The official OpenAPI document of an API at a version, with {@link correctDocument}'s corrections; `null` when the folder is absent. Reading the YAML takes a
 * second, so its JSON is kept in `.cache/` until the file changes.
 */
export function readOfficialDocument(api: ApiName, version: ApiVersion): OpenApiDocument | null {
  const folder = specFolder();
  if (folder === null) return null;
  const source = `${folder}/openapi/${api}-${version}.yml`;
  const { mtimeMs, size } = statSync(source);
  const cached = `${CACHE}/${api}-${version}-${size}-${Math.trunc(mtimeMs)}.json`;
  if (!existsSync(cached)) writeWhole(cached, JSON.stringify(parse(readFileSync(source, 'utf8'), { maxAliasCount: -1 })));
  const document = JSON.parse(readFileSync(cached, 'utf8')) as OpenApiDocument;
  correctDocument(document, version);
  return document;
}

/** Several test workers may write the same file at once; each renames a whole one into place. */
function writeWhole(file: string, text: string): void {
  mkdirSync(CACHE, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
