// Type-checks the whole house with TypeScript's native compiler: the root project, then the
// components (whose JSX is Preact's).
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = fileURLToPath(new URL('../node_modules/typescript-native/bin/tsc', import.meta.url));

let failed = false;
for (const project of ['.', 'packages/ui']) {
  const run = spawnSync(process.execPath, [compiler, '-p', project], { cwd: root, stdio: 'inherit' });
  failed ||= run.status !== 0;
}
process.exit(failed ? 1 : 0);
