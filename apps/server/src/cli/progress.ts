const WIDTH = 30;
const EVERY_MS = 100;

/** Where progress is drawn: a terminal, not a file or a pipe. */
export interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** A line on a terminal that is drawn anew as work goes on; nothing where nobody watches. */
export class Progress {
  readonly #screen: Screen;
  readonly #begun = performance.now();
  #drawn = 0;
  #first: number | undefined;

  constructor(screen: Screen = process.stderr) {
    this.#screen = screen;
  }

  /**
   * @param done units done so far, those of an earlier run among them
   * @param share of the whole that is done, 0 to 1
   * @param note what else is worth knowing
   */
  show(done: number, share: number, note = ''): void {
    this.#first ??= done;
    const now = performance.now();
    if (!this.#screen.isTTY || now - this.#drawn < EVERY_MS) return;
    this.#drawn = now;
    const perSecond = Math.round(((done - this.#first) / Math.max(now - this.#begun, 1)) * 1_000);
    this.#screen.write(`\r${bar(share)}${count(done)} users, ${count(perSecond)} a second${note}\u001b[K`);
  }

  /** Clears the line, for what is printed next. */
  end(): void {
    if (this.#screen.isTTY) this.#screen.write('\r\u001b[K');
  }
}

function bar(share: number): string {
  const full = Math.round(Math.min(share, 1) * WIDTH);
  return `[${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}] ${String(Math.floor(Math.min(share, 1) * 100)).padStart(3)} %  `;
}

/** With thin spaces between thousands, as people read numbers. */
function count(number: number): string {
  return number.toLocaleString('en-US').replaceAll(',', '\u2009');
}
