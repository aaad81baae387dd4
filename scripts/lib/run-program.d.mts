/** Runs a Node program in the checkout, showing what it says while it says it. */
export function runProgram(args: string[], env?: Record<string, string | undefined>): Promise<{ status: number; output: string }>;
