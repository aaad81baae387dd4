import { userInfo } from 'node:os';

/**
 * Runs a script's work and ends with its exit code: a problem for the person at the terminal is shown
 * as its message alone, anything else with its stack.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    const paragraph = error?.paragraph ? error.message : diskProblem(error);
    console.error(paragraph ? `\n${paragraph}` : error);
    process.exitCode = 1;
  }
}

/** What the disk said, as a paragraph; null when it was something else. */
function diskProblem(error) {
  const { code, path } = error ?? {};
  if (code === 'ENOSPC' || code === 'EDQUOT') return `The disk is full${path ? `: ${path} cannot be written` : ''}. Free some space and start again.`;
  if (!['EACCES', 'EPERM', 'EROFS'].includes(code) || !path) return null;
  const why = code === 'EROFS' ? 'it is on a read-only disk' : `the user ${userName()} may not`;
  return `${path} cannot be read or written: ${why}. Run this as the user who owns this folder, or copy the folder to where you may write.`;
}

function userName() {
  try {
    return userInfo().username;
  } catch {
    // A user without a name, as in some containers.
    return process.getuid?.() ?? 'of this process';
  }
}
