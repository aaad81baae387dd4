// Reed–Solomon codes over GF(256), as ISO/IEC 18004 §7.5 uses them.

/** Product in GF(256) modulo x⁸ + x⁴ + x³ + x² + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
}

/** The generator polynomial ∏ (x − 2ⁱ) for i < degree, without its leading 1, highest power first. */
function generator(degree: number): Uint8Array {
  const polynomial = new Uint8Array(degree);
  polynomial[degree - 1] = 1;
  let root = 1;
  for (let step = 0; step < degree; step += 1) {
    for (let index = 0; index < degree; index += 1) {
      polynomial[index] = multiply(polynomial[index] ?? 0, root) ^ (polynomial[index + 1] ?? 0);
    }
    root = multiply(root, 2);
  }
  return polynomial;
}

/** The `count` error correction bytes of a block of data. */
function correction(data: Uint8Array, count: number): Uint8Array {
  const divisor = generator(count);
  const remainder = new Uint8Array(count);
  for (const byte of data) {
    const factor = byte ^ (remainder[0] ?? 0);
    remainder.copyWithin(0, 1);
    remainder[count - 1] = 0;
    for (let index = 0; index < count; index += 1) {
      remainder[index] = (remainder[index] ?? 0) ^ multiply(divisor[index] ?? 0, factor);
    }
  }
  return remainder;
}

/**
 * Cuts data into blocks, adds each one's correction bytes, and interleaves all of it (§7.6).
 *
 * @param blocks how many blocks; the last ones are a byte longer where it does not divide evenly.
 * @param perBlock correction bytes a block.
 */
export function withCorrection(data: Uint8Array, blocks: number, perBlock: number): number[] {
  const short = Math.floor(data.length / blocks);
  const longOnes = data.length % blocks;
  let start = 0;
  const parts = Array.from({ length: blocks }, (_, index) => {
    const end = start + short + (index >= blocks - longOnes ? 1 : 0);
    const part = data.slice(start, end);
    start = end;
    return part;
  });
  return [...interleave(parts), ...interleave(parts.map(part => correction(part, perBlock)))];
}

/** First bytes of all parts, then second bytes, and so on. */
function interleave(parts: readonly Uint8Array[]): number[] {
  const longest = Math.max(...parts.map(part => part.length));
  return Array.from({ length: longest }, (_, index) => parts.flatMap(part => part[index] ?? [])).flat();
}
