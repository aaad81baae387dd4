import { withCorrection } from './error-correction.ts';
import { drawMatrix } from './matrix.ts';

/** Correction bytes a block, and blocks, of versions 1–15 at correction level L (ISO/IEC 18004 table 9). */
const correctionPerBlock = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22];
const blockCounts = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6];

/**
 * Encodes a text as a QR code: byte mode, correction level L, the smallest of versions 1–15 (up to 520 bytes of UTF-8).
 *
 * @returns rows of modules; true is dark. The quiet zone of four modules around it is the caller's to leave.
 * @throws {RangeError} if the text is too long.
 */
export function encodeQr(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text);
  for (const [index, perBlock] of correctionPerBlock.entries()) {
    const version = index + 1;
    const blocks = blockCounts[index] ?? 1;
    const capacity = Math.floor(dataModules(version) / 8) - perBlock * blocks;
    const lengthBits = version < 10 ? 8 : 16;
    if (4 + lengthBits + bytes.length * 8 > capacity * 8) continue;
    return drawMatrix(version, withCorrection(segment(bytes, lengthBits, capacity), blocks, perBlock));
  }
  throw new RangeError('This text is too long for a QR code.');
}

/** Modules left for data and correction once the patterns of a version are drawn. */
function dataModules(version: number): number {
  const all = (16 * version + 128) * version + 64;
  if (version === 1) return all;
  const alignments = Math.floor(version / 7) + 2;
  return all - ((25 * alignments - 10) * alignments - 55) - (version >= 7 ? 36 : 0);
}

/** Mode, length, the bytes, a terminator, and padding up to the capacity. */
function segment(bytes: Uint8Array, lengthBits: number, capacity: number): Uint8Array {
  const bits: number[] = [];
  const push = (value: number, count: number) => {
    for (let bit = count - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
  };
  push(0b0100, 4);
  push(bytes.length, lengthBits);
  for (const byte of bytes) push(byte, 8);
  push(0, Math.min(4, capacity * 8 - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < capacity * 8; pad ^= 0xec ^ 0x11) push(pad, 8);
  return Uint8Array.from({ length: capacity }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8).join(''), 2));
}
