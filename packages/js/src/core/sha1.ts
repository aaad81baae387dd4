/**
 * SHA-1 (RFC 3174) without Web Crypto, which browsers keep from pages served over plain http from another
 * host than localhost. Only names cookies; nothing secret depends on it.
 */
export function sha1(message: Uint8Array): Uint8Array {
  const words = toPaddedWords(message);
  let [a, b, c, d, e] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const state = [a, b, c, d, e];
  for (let block = 0; block < words.length; block += 16) {
    const schedule = words.slice(block, block + 16);
    [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (let round = 0; round < 80; round++) {
      if (round >= 16) schedule[round] = rotate(at(schedule, round - 3) ^ at(schedule, round - 8) ^ at(schedule, round - 14) ^ at(schedule, round - 16), 1);
      const mixed = rotate(a, 5) + mix(round, b, c, d) + e + at(schedule, round);
      [a, b, c, d, e] = [mixed | 0, a, rotate(b, 30), c, d];
    }
    [a, b, c, d, e].forEach((value, index) => { state[index] = (at(state, index) + value) | 0; });
  }
  const digest = new DataView(new ArrayBuffer(20));
  state.forEach((word, index) => digest.setInt32(index * 4, word));
  return new Uint8Array(digest.buffer);
}

function mix(round: number, b: number, c: number, d: number): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function at(words: number[], index: number): number {
  return words[index] ?? 0;
}

function toPaddedWords(message: Uint8Array): number[] {
  const padded = new DataView(new ArrayBuffer((((message.length + 8) >> 6) + 1) * 64));
  message.forEach((byte, index) => padded.setUint8(index, byte));
  padded.setUint8(message.length, 0x80);
  padded.setUint32(padded.byteLength - 4, message.length * 8);
  return Array.from({ length: padded.byteLength / 4 }, (_, index) => padded.getInt32(index * 4));
}
