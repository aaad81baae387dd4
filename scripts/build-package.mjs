// Builds one library package: TypeScript into JavaScript and declarations, and whatever it uses of our
// own other packages copied into its `dist`, so that a published SDK depends on nothing. What can be
// required (its package.json says so) is there as CommonJS, too.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addCommonJs } from './lib/commonjs.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = join(root, 'node_modules/typescript/bin/tsc');
const STAMP = '.stamp';

/** Import specifiers in emitted code: static, dynamic, re-exports, and `import()` types in declarations. */
const SPECIFIER = /(\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\bmodule\s+)(['"])([^'"\n]+)\2/g;

/**
 * Builds `packages/<name>` unless its `dist` is up to date. Packages it inlines must have been built before.
 * @param {string} name
 * @returns {Promise<boolean>} whether anything had to be done
 * @throws {Error} with the compiler's output when it does not compile
 */
export async function buildPackage(name) {
  const folder = join(root, 'packages', name);
  const dist = join(folder, 'dist');
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const stamp = await fingerprint(folder, manifest);
  if ((await readFile(join(dist, STAMP), 'utf8').catch(() => '')) === stamp) return false;

  await mkdir(dist, { recursive: true });
  // The browser script of packages/js is made by `build-browser.mjs`, which may be up to date.
  const stale = (await readdir(dist)).filter((entry) => entry !== 'browser');
  await Promise.all(stale.map((entry) => rm(join(dist, entry), { recursive: true, force: true })));
  await compile(dist);
  await inlineOwnPackages(dist, manifest);
  if (Object.values(manifest.exports).some(({ require }) => require)) await addCommonJs(dist);
  await writeFile(join(dist, STAMP), stamp);
  return true;
}

/** Changes whenever the package has to be built anew: its sources, its own packages', or how it is built. */
async function fingerprint(folder, manifest) {
  const hash = createHash('sha256');
  const files = (await listFiles(join(folder, 'src'))).filter((file) => !isTest(file)).toSorted();
  const tools = [join(root, 'tsconfig.base.json'), fileURLToPath(import.meta.url), join(root, 'scripts/lib/commonjs.mjs')];
  const inputs = [...files, join(folder, 'package.json'), ...tools];
  for (const file of inputs) hash.update(relative(root, file)).update(await readFile(file));
  for (const dependency of inlinedPackages(manifest)) {
    const stamp = join(root, 'packages', dependency, 'dist', STAMP);
    hash.update(
      await readFile(stamp).catch(() => {
        throw new Error(`packages/${dependency} has to be built before packages/${manifest.name.split('/')[1]}.`);
      }),
    );
  }
  return hash.digest('hex');
}

/** Our own packages that this one uses without depending on them once it is published. */
function inlinedPackages({ devDependencies = {} }) {
  return Object.keys(devDependencies)
    .filter((dependency) => dependency.startsWith('@foyer/'))
    .map((dependency) => dependency.slice('@foyer/'.length));
}

async function compile(dist) {
  const config = join(dist, 'tsconfig.json');
  const options = {
    noEmit: false,
    allowImportingTsExtensions: false,
    // Other packages are seen as they are published.
    customConditions: [],
    declaration: true,
    outDir: '.',
    rootDir: '../src',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    jsx: 'react-jsx',
    types: ['node'],
  };
  const project = {
    extends: '../../../tsconfig.base.json',
    compilerOptions: options,
    include: ['../src'],
    exclude: ['../src/**/*.test.ts', '../src/**/*.test.tsx', '../src/**/testing/**', '../src/**/fixtures/**'],
  };
  await writeFile(config, JSON.stringify(project));
  await run(process.execPath, [compiler, '-p', config]);
  await rm(config);
}

/** Copies the modules of our own packages that the emitted code reaches, and points its imports at the copies. */
async function inlineOwnPackages(dist, manifest) {
  const dependencies = new Map();
  for (const dependency of inlinedPackages(manifest)) {
    const folder = join(root, 'packages', dependency);
    const { exports } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    dependencies.set(dependency, { dist: join(folder, 'dist'), exports });
  }
  for (const file of await listFiles(dist)) {
    if (!/\.(js|d\.ts)$/.test(file)) continue;
    const reached = new Set();
    const code = (await readFile(file, 'utf8')).replaceAll(SPECIFIER, (match, keyword, quote, specifier) => {
      const target = resolveSpecifier(specifier, file, dependencies);
      if (!target) return `${keyword}${quote}${emittedName(specifier)}${quote}`;
      reached.add(target);
      const path = relative(dirname(file), join(dist, target.dependency, target.module)).split(sep).join('/');
      return `${keyword}${quote}${path.startsWith('.') ? path : `./${path}`}.js${quote}`;
    });
    await writeFile(file, code);
    for (const { dependency, module } of reached) await copyModule(dependencies.get(dependency).dist, join(dist, dependency), module);
  }
}

/** The module of one of our own packages that a specifier such as `@foyer/protocol/keys` names. */
function resolveSpecifier(specifier, importer, dependencies) {
  const match = /^@foyer\/([^/]+)(\/.+)?$/.exec(specifier);
  if (!match) return undefined;
  const [, dependency, subpath = ''] = match;
  const found = dependencies.get(dependency);
  if (!found) throw new Error(`${relative(root, importer)} imports ${specifier}, which its package.json does not name.`);
  const target = found.exports[`.${subpath}`] ?? found.exports['./*'];
  if (!target) throw new Error(`${relative(root, importer)} imports ${specifier}, which that package does not export.`);
  const module = (target.default.default ?? target.default).replace('*', subpath.slice(1)).replace(/^\.\/dist\//, '').replace(/\.js$/, '');
  return { dependency, module };
}

/** Copies a module's code and declarations, and then those it imports. */
async function copyModule(from, to, module, copied = new Set()) {
  if (copied.has(module)) return;
  copied.add(module);
  for (const extension of ['.js', '.d.ts']) {
    const source = join(from, module + extension);
    await cp(source, join(to, module + extension), { recursive: true });
    for (const [, , , specifier] of (await readFile(source, 'utf8')).matchAll(SPECIFIER)) {
      if (!specifier.startsWith('.')) continue;
      await copyModule(from, to, posix.join(posix.dirname(module), specifier).replace(/\.js$/, ''), copied);
    }
  }
}

/** Declarations keep the sources' file extensions; published ones are imported by those of the code. */
function emittedName(specifier) {
  return specifier.startsWith('.') ? specifier.replace(/\.tsx?$/, '.js') : specifier;
}

function isTest(file) {
  return /\.test\.tsx?$/.test(file);
}

async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(output.trim()))));
  });
}
