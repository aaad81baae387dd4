import type { DeclaredRoute } from '../platform/http/routes.ts';

/**
 * The methods that a path takes, `HEAD` and `OPTIONS` included; none where there is no such path. It looks
 * at one route after another: only requests that have gone wrong come here.
 */
export function methodsAt(declared: readonly DeclaredRoute[], face: DeclaredRoute['face'], path: string): string[] {
  const segments = path.split('/');
  const methods = new Set(declared.filter((route) => route.face === face && fits(route.path, segments)).map(({ method }) => method));
  if (methods.size === 0) return [];
  return [...methods, ...(methods.has('GET') ? ['HEAD'] : []), 'OPTIONS'];
}

function fits(declared: string, segments: readonly string[]): boolean {
  const parts = declared.split('/');
  return parts.length === segments.length && parts.every((part, index) => (part.startsWith(':') ? segments[index] !== '' : part === segments[index]));
}
