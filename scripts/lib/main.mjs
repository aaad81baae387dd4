/**
 * Runs a script's work and ends with its exit code: a problem for the person at the terminal is shown
 * as its message alone, anything else with its stack.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error?.paragraph ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
