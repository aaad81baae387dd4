import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

/** Folder of a package's `dist` that holds its modules for `require()`. */
const FOLDER = 'cjs';

/**
 * Adds a built package once more as CommonJS, module by module, so that its entry points share what
 * they share as ES modules. Its own package.json makes the files CommonJS for Node, and the
 * declarations those of CommonJS for TypeScript, whatever the package is.
 * @param {string} dist folder of the finished ES modules
 */
export async function addCommonJs(dist) {
  const { transform } = await import('esbuild');
  const target = join(dist, FOLDER);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'package.json'), '{ "type": "commonjs" }\n');
  for (const file of await modulesOf(dist)) {
    const source = await readFile(join(dist, file), 'utf8');
    await mkdir(dirname(join(target, file)), { recursive: true });
    await writeFile(join(target, file), file.endsWith('.js') ? await toCommonJs(transform, source, file) : source);
  }
}

async function toCommonJs(transform, source, file) {
  const { code } = await transform(source, { format: 'cjs', target: 'node20', platform: 'node', sourcefile: file });
  return code;
}

/** Paths of the code and declarations; scripts for browsers are nobody's to require. */
async function modulesOf(dist) {
  const files = await readdir(dist, { recursive: true });
  return files.filter((file) => /\.(js|d\.ts)$/.test(file) && !file.startsWith(`browser${sep}`));
}
