import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { main } from './main.mjs';
import { Paragraph } from './paragraph.mjs';

let said;
let exitCode;

beforeEach(() => {
  exitCode = process.exitCode;
  said = [];
  vi.spyOn(console, 'error').mockImplementation((text) => said.push(text));
});

afterEach(() => {
  process.exitCode = exitCode;
  vi.restoreAllMocks();
});

it.each([
  [new Paragraph('Do this.'), 'Do this.'],
  [Object.assign(new Error(), { code: 'ENOSPC', path: '/house/.cache' }), 'The disk is full: /house/.cache cannot be written.'],
  [Object.assign(new Error(), { code: 'EACCES', path: '/house/.cache' }), '/house/.cache cannot be read or written: the user'],
  [Object.assign(new Error(), { code: 'EROFS', path: '/house/.cache' }), 'it is on a read-only disk'],
])('says what to do about %s and ends with 1', async (problem, text) => {
  await main(async () => {
    throw problem;
  });
  expect(said).toEqual([expect.stringContaining(text)]);
  expect(process.exitCode).toBe(1);
});

it('shows where anything else comes from', async () => {
  const error = new Error('a defect');
  await main(() => Promise.reject(error));
  expect(said).toEqual([error]);
});
