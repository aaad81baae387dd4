// Results as people read them: lines in the terminal, and docs/benchmarks.md.
import { times } from './format.mjs';

/**
 * @typedef {object} Row one case of a benchmark
 * @property {string} what the case
 * @property {string} foyer what was measured of ours
 * @property {string} [peer] the peer, and what was measured of it
 * @property {number} [ratio] ours over the peer's
 * @property {[number, number]} [spread] the least and the greatest ratio of all rounds
 * @property {{ text: string, met: boolean }} [aim]
 *
 * @typedef {{ title: string, about: string, rows: Row[] }} Result one benchmark
 */

/** @param {Row} row */
export function terminalLine({ what, foyer, peer, ratio, spread, aim }) {
  const parts = [what.padEnd(40), foyer.padStart(12), peer ? `against ${peer}` : '', ratio === undefined ? '' : `= ${ratioText(ratio, spread)}`, aim ? `[aim ${aimText(aim)}]` : ''];
  return `  ${parts.filter(Boolean).join('  ')}`;
}

/**
 * The page.
 * @param {{ results: Result[], facts: Record<string, string>, date: Date }} run
 */
export function markdownPage({ results, facts, date }) {
  return [
    '# Benchmarks',
    '',
    `Measured on ${date.toISOString().slice(0, 10)} by \`npm run bench\`, which writes this page; \`npm run bench -- verify-token\` runs`,
    'one of them. Contenders run side by side in turns on one machine, and a ratio is the median over the rounds, followed by',
    'the least and the greatest of them. Rates differ from machine to machine; ratios hardly do.',
    '',
    ...Object.entries(facts).map(([name, value]) => `- ${name}: ${value}`),
    '',
    '## Aims',
    '',
    ...table(['benchmark', 'case', 'measured', 'aim', ''], results.flatMap(aimRows)),
    '',
    ...results.flatMap(section),
  ].join('\n');
}

function aimRows({ title, rows }) {
  return rows.filter(({ aim }) => aim).map(({ what, foyer, ratio, aim }) => [title, what, ratio === undefined ? foyer : times(ratio), aim.text, aim.met ? 'met' : '**not met**']);
}

function section({ title, about, rows }) {
  const cells = rows.map(({ what, foyer, peer, ratio, spread, aim }) => [what, foyer, peer ?? '', ratio === undefined ? '' : ratioText(ratio, spread), aim ? aimText(aim) : '']);
  return [`## ${title}`, '', about, '', ...table(['case', 'Foyer', 'compared with', 'ratio', 'aim'], cells), ''];
}

/** Columns that are empty all the way down are left out. */
function table(heads, rows) {
  const used = heads.map((_, column) => rows.some((row) => row[column] !== ''));
  const line = (cells) => `| ${cells.filter((_, column) => used[column]).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}

function ratioText(ratio, spread) {
  return spread ? `${times(ratio)} (${times(spread[0])}–${times(spread[1])})` : times(ratio);
}

function aimText({ text, met }) {
  return `${text}: ${met ? 'met' : 'not met'}`;
}
