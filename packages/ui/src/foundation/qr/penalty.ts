/** Dark and light modules that look like the side of a finder pattern (ISO/IEC 18004 table 11). */
const finderLike = /(?=10111010000|00001011101)/g;

/** How hard a matrix is to scan: the mask with the lowest value is the one to use (§7.8.3). */
export function penalty(matrix: readonly (readonly boolean[])[]): number {
  const size = matrix.length;
  const rows = matrix.map(row => row.map(Number).join(''));
  const columns = rows.map((_, x) => rows.map(row => row[x]).join(''));
  let total = 0;

  for (const line of [...rows, ...columns]) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) total += run.length - 2;
    total += [...line.matchAll(finderLike)].length * 40;
  }
  for (let y = 1; y < size; y += 1) {
    for (let x = 1; x < size; x += 1) {
      const sum = Number(matrix[y]?.[x]) + Number(matrix[y]?.[x - 1]) + Number(matrix[y - 1]?.[x]) + Number(matrix[y - 1]?.[x - 1]);
      if (sum === 0 || sum === 4) total += 3;
    }
  }
  const dark = matrix.flat().filter(Boolean).length / size ** 2;
  return total + Math.floor(Math.abs(dark * 20 - 10)) * 10;
}
