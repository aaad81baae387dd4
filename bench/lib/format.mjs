// Numbers as people read them.

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** `12,300/s`: three digits are all that a rate is good for. */
export function perSecond(rate) {
  return `${whole.format(rounded(rate))}/s`;
}

/** `306.1 KB` of 1,000 bytes each, or `1.2 MB`. */
export function bytes(count) {
  return count < 1e6 ? `${(count / 1e3).toFixed(1)} KB` : `${(count / 1e6).toFixed(1)} MB`;
}

/** `840 ms`, or `1.25 s`. */
export function duration(milliseconds) {
  return milliseconds < 1000 ? `${whole.format(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

/** `16.3×`, `0.83×`, `0.042×`. */
export function times(ratio) {
  return `${ratio.toFixed(ratio < 0.1 ? 3 : ratio < 10 ? 2 : 1)}×`;
}

function rounded(value) {
  return Number(value.toPrecision(3));
}

/**
 * An aim for how many times as much, and whether it is met.
 * @param {'at least' | 'at most'} sense
 * @param {number} goal
 * @param {number} ratio what was measured
 */
export function aim(sense, goal, ratio) {
  return { text: `${sense} ${goal}×`, met: sense === 'at least' ? ratio >= goal : ratio <= goal };
}
