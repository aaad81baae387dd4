/**
 * Template tag for API paths: encodes every interpolated ID, so that no value can reach another
 * endpoint than the one named, and refuses empty ones.
 *
 * @throws Error when an ID is missing
 */
export function path(literals: TemplateStringsArray, ...ids: string[]): string {
  return literals.reduce((built, literal, index) => built + encodeId(ids[index - 1]) + literal);
}

function encodeId(id: string | undefined): string {
  // A segment of dots would be resolved away by the URL parser, whatever its encoding.
  if (!id || id === '.' || id === '..') throw new Error('A valid resource ID is required.');
  return encodeURIComponent(id);
}
