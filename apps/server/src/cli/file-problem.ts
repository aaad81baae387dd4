/** What a file system refused, in words; `null` when something else went wrong. */
export function fileProblem(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, path } = error as NodeJS.ErrnoException;
  if (!code || !path) return code === 'ENOSPC' ? 'The disk is full. Free some space and try again.' : null;
  switch (code) {
    case 'ENOENT':
      return `There is no file ${path}, or no such folder to write it to.`;
    case 'EACCES':
    case 'EPERM':
      return `This user may not read or write ${path}. Choose another place, or run this as the user who owns it.`;
    case 'EROFS':
      return `${path} is on a disk that cannot be written to. Choose another place.`;
    case 'EISDIR':
      return `${path} is a folder. Name a file.`;
    case 'ENOTDIR':
      return `${path} is below something that is not a folder.`;
    case 'ENOSPC':
      return `The disk is full: ${path} cannot be written. Free some space and try again.`;
    default:
      return null;
  }
}
