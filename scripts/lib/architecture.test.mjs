import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findProblems } from './architecture.mjs';

let house;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'foyer-house-'));
});

afterEach(() => rmSync(house, { recursive: true }));

/** What is wrong with a house that has this one file in it. */
function problemsOf(file, ...lines) {
  const path = join(house, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, lines.join('\n'));
  return findProblems(house);
}

it.each([
  ['packages/js/src/a.ts', `import { x } from '@foyer/protocol/keys';`],
  ['packages/nextjs/src/a.ts', `import { x } from '@foyer/react'; import { y } from '@foyer/backend';`],
  ['apps/dashboard/src/a.tsx', `import { x } from '@foyer/react';`],
  ['apps/server/src/app.ts', `import { x } from './people/users/frontend.ts'; import './delivery/audit/service.ts';`],
  ['apps/server/src/access/sessions/create.ts', `import { x } from '../../people/users/service.ts'; import { y } from './store.ts';`],
  ['apps/server/src/access/routes.ts', `import { x } from './sessions/frontend.ts';`],
  ['apps/server/src/people/users/users.test.ts', `import { x } from '../../app.ts'; import { y } from '../../testing/database.ts';`],
  ['apps/server/src/access/testing/signed-in.ts', `import { x } from '../../testing/database.ts';`],
  ['apps/server/src/people/users/tables.ts', `declare module '../../access/sessions/store.ts' {}`],
  ['apps/server/src/people/users/a.ts', `import express from 'express'; import { join } from 'node:path';`],
  ['apps/server/src/admin/imports/a.ts', `import { x } from '../../delivery/audit/service.ts';`],
])('%s may say %s', (file, text) => {
  expect(problemsOf(file, text)).toEqual([]);
});

it.each([
  ['packages/protocol/src/a.ts', `import { x } from '@foyer/js';`, '@foyer/protocol may import none of our packages'],
  ['packages/js/src/a.ts', `export * from '@foyer/react';`, '@foyer/js may import @foyer/protocol'],
  ['packages/react/src/a.ts', `await import('@foyer/nextjs');`, `nothing may import a framework's package`],
  ['packages/react/src/a.ts', `import { x } from '../../ui/src/index.ts';`, 'imports @foyer/ui'],
  ['packages/backend/src/a.ts', `import { x } from '../../../apps/server/src/app.ts';`, 'imports from the app server'],
  ['apps/server/src/people/users/a.ts', `import type { x } from '../../access/sessions/service.ts';`, 'people may use only platform, instances'],
  ['apps/server/src/platform/a.ts', `import { x } from '../instances/keys/service.ts';`, 'platform may use only itself'],
  ['apps/server/src/access/sessions/a.ts', `import { x } from '../../people/users/store.ts';`, 'enter another room by its service'],
  ['apps/server/src/people/users/a.ts', `import { x } from '../phone-numbers/frontend.ts';`, 'imports the frontend of people/phone-numbers'],
  ['apps/server/src/machines/keys/a.ts', `import { x } from '../../delivery/audit/service.ts';`, 'listens to events'],
  ['apps/server/src/people/users/a.ts', `import { x } from '../../app.ts';`, 'imports from the top of the server'],
  ['apps/server/src/people/users/a.ts', `import { x } from '../../testing/database.ts';`, 'imports from the tests'],
  ['apps/server/src/cellar/a.ts', `import { x } from '../platform/ids.ts';`, 'no place in the order'],
])('%s may not say %s', (file, text, message) => {
  expect(problemsOf(file, '// first line', text)).toEqual([{ file, line: 2, message: expect.stringContaining(message) }]);
});
