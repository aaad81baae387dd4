// The order of the house: which package may use which, which wing of the server may use which, and
// by which door one room enters another.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import ts from 'typescript';

/** What each of our packages may import. A package that is not listed is a framework's: see below. */
const PACKAGES = {
  protocol: [],
  localizations: ['protocol'],
  themes: ['protocol'],
  backend: ['protocol'],
  js: ['protocol'],
  ui: ['js', 'protocol', 'localizations', 'themes'],
  react: ['js', 'protocol'],
  elements: ['react', 'js', 'protocol'],
  testing: ['backend', 'js', 'protocol'],
};
const FRAMEWORK_MAY_IMPORT = ['react', 'backend', 'js', 'protocol'];

/** The server's wings: each may import the ones before it. */
const WINGS = ['platform', 'instances', 'people', 'organizations', 'billing', 'access', 'federation', 'machines', 'delivery', 'admin', 'site', 'cli'];
/** Wings that others reach only through events. */
const UNHEARD = { delivery: ['admin', 'site'] };
/** A room's own files, behind its service. */
const PRIVATE_FILES = ['store', 'frontend', 'backend'];

/**
 * Every import of a checkout that goes against the order.
 * @param {string} root
 * @returns {{ file: string, line: number, message: string }[]}
 */
export function findProblems(root) {
  return [...sourceFiles(root, 'apps'), ...sourceFiles(root, 'packages')].flatMap((file) => check(root, file));
}

function sourceFiles(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'dist' ? [] : sourceFiles(root, path);
    return /\.(m?[jt]s|tsx)$/.test(entry.name) ? [path] : [];
  });
}

function check(root, file) {
  const text = readFileSync(join(root, file), 'utf8');
  return ts.preProcessFile(text, true, true).importedFiles.flatMap((imported) => {
    const target = targetOf(file, imported.fileName);
    const message = target && (packageProblem(place(file), place(target)) ?? wingProblem(place(file), place(target)));
    return message ? [{ file, line: text.slice(0, imported.pos).split('\n').length, message }] : [];
  });
}

/** The file or package of ours that an import means; null for everyone else's. */
function targetOf(file, specifier) {
  if (specifier.startsWith('.')) return relative('.', normalize(join(dirname(file), specifier))).split(sep).join('/');
  const [, name] = /^@foyer\/([^/]+)/.exec(specifier) ?? [];
  return name ? `packages/${name}/` : null;
}

/** Where a path is: `{ kind: 'apps' | 'packages', name }` and inside the server also `{ wing, room, base, isTest }`. */
function place(path) {
  const [kind, name, , ...inside] = path.split('/');
  const isServer = kind === 'apps' && name === 'server';
  const base = path.split('/').at(-1).replace(/\.\w+$/, '');
  return {
    kind,
    name,
    wing: isServer && inside.length > 1 ? inside[0] : null,
    room: isServer && inside.length > 2 ? inside[1] : null,
    base,
    isTest: /\.test\.\w+$/.test(path) || (isServer && inside.includes('testing')),
  };
}

function packageProblem(from, to) {
  if (from.kind === to.kind && from.name === to.name) return null;
  if (to.kind === 'apps') return `imports from the app ${to.name}; nothing may`;
  if (to.kind !== 'packages') return null;
  if (!(to.name in PACKAGES)) return `imports @foyer/${to.name}; nothing may import a framework's package`;
  if (from.kind === 'apps') return null;
  const allowed = PACKAGES[from.name] ?? FRAMEWORK_MAY_IMPORT;
  if (allowed.includes(to.name)) return null;
  return `imports @foyer/${to.name}; @foyer/${from.name} may import ${allowed.length > 0 ? allowed.map((name) => `@foyer/${name}`).join(', ') : 'none of our packages'}`;
}

function wingProblem(from, to) {
  // Files at the top wire the wings together; tests drive the wired whole.
  if (!from.wing || from.isTest) return null;
  if (to.kind !== 'apps') return null;
  if (to.isTest) return 'imports from the tests';
  if (!to.wing) return 'imports from the top of the server, which wires the wings together';
  return orderProblem(from, to) ?? roomProblem(from, to);
}

function orderProblem(from, to) {
  if (from.wing === to.wing) return null;
  for (const { wing } of [from, to]) if (!WINGS.includes(wing)) return `the wing ${wing} has no place in the order yet: give it one in scripts/lint-architecture.mjs`;
  if (UNHEARD[to.wing] && !UNHEARD[to.wing].includes(from.wing)) return `imports from ${to.wing}, which listens to events and is not called`;
  if (WINGS.indexOf(to.wing) < WINGS.indexOf(from.wing)) return null;
  return `imports from ${to.wing}; ${from.wing} may use only ${WINGS.slice(0, WINGS.indexOf(from.wing)).join(', ') || 'itself'}`;
}

function roomProblem(from, to) {
  const sameRoom = from.wing === to.wing && (from.room === to.room || from.room === null);
  if (sameRoom || to.wing === 'platform' || !PRIVATE_FILES.includes(to.base)) return null;
  return `imports the ${to.base} of ${to.wing}/${to.room ?? ''}; enter another room by its service`;
}
