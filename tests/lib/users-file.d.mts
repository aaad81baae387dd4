/**
 * Writes users as `foyer users export` does, a line each.
 * @param line what stands for the n-th; {@link userLine} unless told otherwise
 * @returns the file
 */
export declare function writeUsers(folder: string, count: number, line?: (n: number) => string): Promise<string>;
/** The line of the n-th user, whose address is `person<n>@bench.example`. */
export declare function userLine(n: number): string;
