/** For a browser that only ever shows our own pages: quiet, and able to run as root. */
export declare const CHROMIUM_ARGS: string[];
/** The browser for tests: its program's file. */
export declare function ensureChromium(): string;
