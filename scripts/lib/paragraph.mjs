/** A problem that the person at the terminal can solve: shown as its message alone. */
export class Paragraph extends Error {
  paragraph = true;
}
