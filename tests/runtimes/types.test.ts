import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const { resolve } = createRequire(import.meta.url);
const TYPESCRIPT = { 5: resolve('typescript-5/bin/tsc'), 6: resolve('typescript/bin/tsc'), 7: join(dirname(resolve('typescript-native/package.json')), 'bin/tsc') };

interface Consumer {
  typescript: keyof typeof TYPESCRIPT;
  /** Of its package.json. */
  type: 'module' | 'commonjs';
  module: string;
  moduleResolution: string;
  /** Checks the declarations of all packages, too; the fast compiler does that for the others. */
  libraries?: boolean;
}

/** Everything that `npx tsc --init` and the templates of the frameworks come to. */
const CONSUMERS: Consumer[] = [
  { typescript: 5, type: 'commonjs', module: 'nodenext', moduleResolution: 'nodenext' },
  { typescript: 5, type: 'module', module: 'node16', moduleResolution: 'node16' },
  { typescript: 5, type: 'module', module: 'esnext', moduleResolution: 'bundler' },
  { typescript: 5, type: 'commonjs', module: 'commonjs', moduleResolution: 'node10' },
  { typescript: 6, type: 'module', module: 'nodenext', moduleResolution: 'nodenext' },
  { typescript: 7, type: 'module', module: 'nodenext', moduleResolution: 'nodenext', libraries: true },
  { typescript: 7, type: 'commonjs', module: 'nodenext', moduleResolution: 'nodenext', libraries: true },
];

describe('our declarations', () => {
  it.each(CONSUMERS)('for TypeScript $typescript, $type, module $module, resolution $moduleResolution', async (consumer) => {
    expect(await typeCheck(consumer)).toBe('');
  });
});

/** Type-checks the consumers, and all that they reach, in a folder that is set up like theirs. @returns the compiler's complaints */
async function typeCheck({ typescript, type, module, moduleResolution, libraries = false }: Consumer): Promise<string> {
  const folder = join(HERE, 'dist', [typescript, type, module, moduleResolution].join('-'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(HERE, 'consumers'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type }));
  const options = { module, moduleResolution, target: 'es2022', jsx: 'react-jsx', strict: true, esModuleInterop: true, noEmit: true, skipLibCheck: !libraries };
  // Nothing of Node's is there but for the server.
  const browser = { ...options, lib: ['es2023', 'dom', 'dom.iterable'], types: [] };
  const complaints = await Promise.all([
    compile(typescript, folder, 'browser', browser, ['universal.ts', 'page.tsx']),
    compile(typescript, folder, 'server', { ...options, lib: ['es2023'], types: ['node'] }, ['server.ts']),
  ]);
  return complaints.join('');
}

function compile(typescript: keyof typeof TYPESCRIPT, folder: string, name: string, compilerOptions: object, files: string[]): Promise<string> {
  const config = join(folder, `tsconfig.${name}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions, files }));
  return new Promise((done) => {
    execFile(process.execPath, [TYPESCRIPT[typescript], '-p', config], { cwd: folder }, (_error, stdout, stderr) => done(stdout + stderr));
  });
}
