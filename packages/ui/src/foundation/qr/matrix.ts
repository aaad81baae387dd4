import { penalty } from './penalty.ts';

/** The eight data masks (ISO/IEC 18004 table 10): where one is true, the module is inverted. */
const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  x => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** A square of modules; undefined where the data goes. */
type Canvas = (boolean | undefined)[][];

/** Draws all patterns of a version and the data into them, with whichever mask scans best. */
export function drawMatrix(version: number, data: readonly number[]): boolean[][] {
  const size = version * 4 + 17;
  const canvas: Canvas = Array.from({ length: size }, () => Array.from<undefined>({ length: size }));
  drawPatterns(canvas, version);
  const path = dataPath(canvas);

  const drawn = masks.map((inverts, mask) => {
    const matrix = canvas.map(row => row.map(module => module ?? false));
    drawFormat(matrix, mask);
    path.forEach(([x, y], index) => {
      const bit = ((data[index >>> 3] ?? 0) >>> (7 - (index & 7))) & 1;
      set(matrix, x, y, (bit === 1) !== inverts(x, y));
    });
    return { matrix, penalty: penalty(matrix) };
  });
  return drawn.reduce((best, next) => (next.penalty < best.penalty ? next : best)).matrix;
}

function set(canvas: Canvas, x: number, y: number, dark: boolean): void {
  const row = canvas[y];
  if (row && x >= 0 && x < row.length) row[x] = dark;
}

function drawPatterns(canvas: Canvas, version: number): void {
  const size = canvas.length;
  for (let at = 0; at < size; at += 1) {
    set(canvas, 6, at, at % 2 === 0);
    set(canvas, at, 6, at % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) drawRings(canvas, x, y, 4);

  const centres = alignmentCentres(version);
  const last = centres.length - 1;
  for (const [row, y] of centres.entries()) {
    for (const [column, x] of centres.entries()) {
      const onFinder = (row === 0 && (column === 0 || column === last)) || (row === last && column === 0);
      if (!onFinder) drawRings(canvas, x, y, 2);
    }
  }
  drawFormat(canvas, 0);
  if (version >= 7) drawVersion(canvas, version);
}

/** Concentric squares around a centre: a finder (radius 4, its separator included) or an alignment pattern (radius 2). */
function drawRings(canvas: Canvas, centreX: number, centreY: number, radius: number): void {
  for (let y = -radius; y <= radius; y += 1) {
    for (let x = -radius; x <= radius; x += 1) {
      const ring = Math.max(Math.abs(x), Math.abs(y));
      set(canvas, centreX + x, centreY + y, radius === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
    }
  }
}

/** Rows and columns of the alignment patterns (annex E). */
function alignmentCentres(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const last = version * 4 + 10;
  const step = Math.ceil((last - 6) / (count - 1) / 2) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => last - step * (count - 2 - index))];
}

/** Correction level L and the mask, twice, with their BCH code (§7.9). */
function drawFormat(canvas: Canvas, mask: number): void {
  const size = canvas.length;
  const value = 0b01000 | mask;
  const bits = ((value << 10) | bchRemainder(value << 10, 0x537)) ^ 0x5412;
  for (let index = 0; index < 15; index += 1) {
    const dark = ((bits >>> index) & 1) === 1;
    if (index < 8) {
      set(canvas, 8, index < 6 ? index : index + 1, dark);
      set(canvas, size - 1 - index, 8, dark);
    } else {
      set(canvas, index === 8 ? 7 : 14 - index, 8, dark);
      set(canvas, 8, size - 15 + index, dark);
    }
  }
  set(canvas, 8, size - 8, true);
}

/** The version, twice, with its BCH code (§7.10). */
function drawVersion(canvas: Canvas, version: number): void {
  const bits = (version << 12) | bchRemainder(version << 12, 0x1f25);
  for (let index = 0; index < 18; index += 1) {
    const dark = ((bits >>> index) & 1) === 1;
    const along = Math.floor(index / 3);
    const across = canvas.length - 11 + (index % 3);
    set(canvas, across, along, dark);
    set(canvas, along, across, dark);
  }
}

/** Remainder of a division of polynomials over GF(2). */
function bchRemainder(value: number, divisor: number): number {
  const length = (number: number) => 32 - Math.clz32(number);
  let rest = value;
  while (length(rest) >= length(divisor)) rest ^= divisor << (length(rest) - length(divisor));
  return rest;
}

/** Where the data goes, in order: upwards and downwards in columns of two, from the right, around everything drawn. */
function dataPath(canvas: Canvas): [x: number, y: number][] {
  const size = canvas.length;
  const path: [number, number][] = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    // The column of the vertical timing pattern holds no data.
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = upwards ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (canvas[y]?.[x] === undefined) path.push([x, y]);
    }
    upwards = !upwards;
  }
  return path;
}
