import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError, type Config } from './platform/config.ts';

const FILE = 'encryption.key';
const HEX_KEY = /^[0-9a-f]{64}$/i;

/**
 * The key that encrypts secrets in the database: from the configuration, or from the data folder,
 * where the first start generates it.
 *
 * @throws ConfigError when the key is not 64 hex digits or the data folder cannot be used
 */
export async function readRootKey(config: Config): Promise<Buffer> {
  if (config.encryptionKey !== undefined) {
    if (!HEX_KEY.test(config.encryptionKey)) {
      throw new ConfigError('FOYER_ENCRYPTION_KEY must be 64 hex digits (32 bytes). Make one with `openssl rand -hex 32`, and keep it.');
    }
    return Buffer.from(config.encryptionKey, 'hex');
  }
  const path = keyFile(config);
  try {
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
    // `wx` never overwrites: of two first starts one writes and both read.
    await writeFile(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 }).catch(ignoreExisting);
    const text = (await readFile(path, 'utf8')).trim();
    if (!HEX_KEY.test(text)) throw new ConfigError(`The encryption key in ${path} is damaged. Restore it from a backup, or set FOYER_ENCRYPTION_KEY.`);
    return Buffer.from(text, 'hex');
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(
      `The data folder ${config.dataDir} cannot be used (${(error as NodeJS.ErrnoException).code ?? String(error)}). Make it readable and writable for this user, or choose another with FOYER_DATA_DIR.`,
      { cause: error },
    );
  }
}

/** Where the key is that the first start generates. */
export function keyFile(config: Config): string {
  return join(config.dataDir, FILE);
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
