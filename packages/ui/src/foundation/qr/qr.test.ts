import { describe, expect, it } from 'vitest';
import { encodeQr } from './encode.ts';
import { withCorrection } from './error-correction.ts';

describe('encodeQr', () => {
  it('draws the modules that scanners have read as this text', () => {
    expect(encodeQr('HELLO').map(row => row.map(dark => (dark ? '#' : '.')).join(''))).toEqual([
      '#######.#.###.#######',
      '#.....#...##..#.....#',
      '#.###.#.##.#..#.###.#',
      '#.###.#.##..#.#.###.#',
      '#.###.#.#..#..#.###.#',
      '#.....#..####.#.....#',
      '#######.#.#.#.#######',
      '...........##........',
      '####..#.######..###.#',
      '##.#.#.##..####..##..',
      '..#.###....#.......##',
      '##.#.#..##.#..####.#.',
      '#..####.#...#..#..#.#',
      '........#..#..#...#.#',
      '#######....##..#.....',
      '#.....#..##....#####.',
      '#.###.#...#.######.##',
      '#.###.#.##.#..#.####.',
      '#.###.#.#...#.##..#..',
      '#.....#.#....#.##...#',
      '#######.##...#.#.....',
    ]);
  });

  it.each([[17, 21], [18, 25], [134, 41], [135, 45], [230, 53], [520, 77]])('fits %i bytes into %i modules', (bytes, modules) => {
    expect(encodeQr('x'.repeat(bytes))).toHaveLength(modules);
  });

  it('refuses what does not fit', () => {
    expect(() => encodeQr('x'.repeat(521))).toThrow(RangeError);
  });
});

it('withCorrection adds the bytes of the example in ISO/IEC 18004 annex I', () => {
  // Version 1-M, “01234567”.
  const data = Uint8Array.of(0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11);
  expect(withCorrection(data, 1, 10).slice(16)).toEqual([0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55]);
});
