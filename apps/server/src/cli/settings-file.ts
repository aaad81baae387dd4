import { readFile } from 'node:fs/promises';
import { parse, YAMLParseError } from 'yaml';
import { UsageError } from './command.ts';

/**
 * Reads the settings in a YAML (or JSON) file, unchecked.
 *
 * @throws UsageError when it cannot be read, or is no document of settings
 */
export async function readSettingsFile(file: string): Promise<object> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`The file ${file} cannot be read. \`foyer config pull\` writes one.`);
  });
  const document = parseYaml(file, text);
  if (typeof document === 'object' && document !== null && !Array.isArray(document)) return document;
  throw new UsageError(`${file} holds no settings. \`foyer config pull\` writes a file that does.`);
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new UsageError(`${file} is not valid YAML: ${error.message.trimEnd()}`);
  }
}
