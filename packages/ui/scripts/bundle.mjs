// Bundles the components for browsers: one small entry, a chunk for each component and for what they share.
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
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

/** The entry, and the modules that are loaded on demand: each begins a chunk. */
const ownChunk =
  /[\\/]src[\\/](index\.ts|foundation[\\/](flow[\\/]email-link[\\/]index\.ts|social[\\/]wallet\.ts)|components[\\/][\w-]+[\\/](index\.ts|steps\.ts|passkey\.tsx|two-step[\\/]cards\.ts|wallets[\\/]index\.ts))$/;

/**
 * What every component needs goes into one chunk. By itself the bundler makes a chunk for each set of components that
 * share a module, a dozen small ones; with this import every component is seen to use all of the foundation.
 */
const oneFoundation = {
  name: 'one-foundation',
  setup(bundler) {
    const source = fileURLToPath(new URL('../src/', import.meta.url));
    bundler.onLoad({ filter: ownChunk }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\nimport 'foyer:foundation';`,
      loader: path.endsWith('x') ? 'tsx' : 'ts',
      resolveDir: dirname(path),
    }));
    bundler.onResolve({ filter: /^foyer:foundation$/ }, ({ path }) => ({ path, namespace: 'foyer', sideEffects: true }));
    bundler.onLoad({ filter: /.*/, namespace: 'foyer' }, () => ({
      contents: foundation.map(module => `import './${module}';`).join('\n'),
      resolveDir: source,
    }));
  },
};

/**
 * The foundation's modules that are drawn on the first screen of every component or nearly, and the small ones that
 * the first screen of signing in shares with what comes after it: a chunk for them would cost a round trip.
 */
const foundation = [
  'components/sign-in/links.ts',
  'components/sign-in/use-advance.ts',
  'components/sign-in/use-enter.ts',
  'foundation/card/card.tsx',
  'foundation/card/header.tsx',
  'foundation/controls/alert.tsx',
  'foundation/controls/divider.tsx',
  'foundation/flow/back-to-start.tsx',
  'foundation/flow/finish.ts',
  'foundation/flow/lazy.tsx',
  'foundation/flow/redirect-errors.ts',
  'foundation/flow/tasks.tsx',
  'foundation/flow/ticket.ts',
  'foundation/form/field.tsx',
  'foundation/form/form.tsx',
  'foundation/form/password-field.tsx',
  'foundation/form/phone-field.tsx',
  'foundation/form/use-form.ts',
  'foundation/localization/more-texts.tsx',
  'foundation/root.tsx',
  'foundation/social/social-buttons.tsx',
];

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
  plugins: [cssText, oneFoundation],
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
