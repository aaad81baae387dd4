import { expect, it } from 'vitest';
import { Progress } from './progress.ts';

const drawn = (isTTY: boolean) => {
  let text = '';
  const progress = new Progress({ isTTY, write: (more) => void (text += more) });
  progress.show(1_500, 0.5, ', 3 rejected');
  progress.end();
  return text;
};

it('draws how far it has come on a terminal, and nothing into a file', () => {
  const line = `[${'█'.repeat(15)}${'░'.repeat(15)}]  50 %  1\u2009500 users, 0 a second, 3 rejected`;
  expect(drawn(true)).toBe(`\r${line}\u001b[K\r\u001b[K`);
  expect(drawn(false)).toBe('');
});
