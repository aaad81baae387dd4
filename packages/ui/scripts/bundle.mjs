// Bundles the components for browsers: one small entry, a chunk for each component and for what they share.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

/** Style sheets are imported as text; this takes their comments and white space out first. */
const cssText = {
  name: 'css-text',
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path, with: attributes }) => {
      if (attributes.type !== 'text') return undefined;
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, target: 'es2022' });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

/** esbuild options for anything that contains the components. */
export const uiOptions = {
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  conditions: ['foyer-source'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  legalComments: 'none',
  plugins: [cssText],
};

/**
 * Writes `index.js` and its hashed chunks.
 * @param {string} outdir folder to write into
 * @returns {Promise<import('esbuild').Metafile>} what went where, with sizes
 */
export async function bundleUi(outdir) {
  const { metafile } = await build({
    ...uiOptions,
    entryPoints: { index: fileURLToPath(new URL('../src/index.ts', import.meta.url)) },
    outdir,
    chunkNames: '[name]-[hash]',
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}
