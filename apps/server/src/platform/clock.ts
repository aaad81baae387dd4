/** Where the time comes from, so that tests can travel. */
export interface Clock {
  /** The present moment. */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that tests set by hand; it runs on from where it was put. */
export class ShiftedClock implements Clock {
  #offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /** Moves the clock forward (or, negative, back) by `ms` milliseconds. */
  advance(ms: number): void {
    this.#offsetMs += ms;
  }
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Whole seconds since the epoch, the unit of tokens and of `__client_uat`. */
export function toSeconds(date: Date): number {
  return Math.floor(date.getTime() / SECOND);
}

/** `date` moved by `ms` milliseconds. */
export function after(date: Date, ms: number): Date {
  return new Date(date.getTime() + ms);
}
