/** Says what an answer has become, in the words of `Row.answers`. */
export function kindOf(answer: unknown): string {
  if (answer === undefined || answer === null || answer === '') return 'nothing';
  if (typeof answer !== 'object') return typeof answer;
  if (Array.isArray(answer)) return `${nameOf(answer[0])}[]`;
  if ('data' in answer && 'totalCount' in answer && Array.isArray(answer.data)) return `page of ${nameOf(answer.data[0])}`;
  return nameOf(answer);
}

/** Name of the class; bundling put an underscore before the official ones. */
function nameOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? value.constructor.name.replace(/^_/, '') : typeof value;
}

/** What stands in the place of each kind of value, so that two answers can be compared without what they are about. */
export type Shape = string | { [name: string]: Shape } | Shape[];

/** Names and kinds of everything in an answer, at every depth. Of lists, the first item speaks for all. */
export function shapeOf(value: unknown): Shape {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  if (value instanceof URL) return 'URL';
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  const fields = Object.entries(value).filter(([name, field]) => name !== '_raw' && field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, shapeOf(field)]));
}
