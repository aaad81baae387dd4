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
  expect(drawn(true)).toMatch(/^\r\[█{15}░{15}\] {2}50 % {2}1\u2009500 users, 0 a second, 3 rejected\u001b\[K\r\u001b\[K$/);
  expect(drawn(false)).toBe('');
});
