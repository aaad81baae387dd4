// Guards the drawing of the house; part of `npm run lint`.
import { fileURLToPath } from 'node:url';
import { findProblems } from './lib/architecture.mjs';

const problems = findProblems(fileURLToPath(new URL('..', import.meta.url)));
for (const { file, line, message } of problems) console.error(`${file}:${line}  ${message}`);
if (problems.length > 0) {
  console.error(`\n${problems.length} import${problems.length === 1 ? '' : 's'} against the order of the house (CONTRIBUTING.md says what it is).`);
  process.exitCode = 1;
}
