import { clearResults } from './contract/folder.ts';

/** Each run of the suite makes its own account of what it checked. */
export default function setup(): void {
  clearResults();
}
