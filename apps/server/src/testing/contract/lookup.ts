import type { OfficialOperation, OpenApiDocument } from '@foyer/protocol/testing/official-document';
import type { ApiName } from '@foyer/protocol/testing/spec';
import { UNDOCUMENTED } from './undocumented.ts';

export interface Found {
  /** `GET /v1/client/sessions/{session_id}`. */
  name: string;
  /** `null` for an operation that SDKs use and the documents leave out. */
  operation: OfficialOperation | null;
}

interface Entry extends Found {
  method: string;
  pattern: RegExp;
  parameters: number;
}

/** Finds the operation that a request was for. */
export class Lookup {
  private readonly entries: Entry[];

  constructor(api: ApiName, document: OpenApiDocument) {
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([method]) => method !== 'parameters')
        .map(([method, operation]) => entryOf(`${method.toUpperCase()} ${path}`, operation)),
    );
    const undocumented = UNDOCUMENTED[api].map((name) => entryOf(name, null));
    // A literal segment wins over a parameter, as in the router.
    this.entries = [...documented, ...undocumented].sort((a, b) => a.parameters - b.parameters);
  }

  /** Names of the documented operations, in the documents' order of paths. */
  names(): string[] {
    return this.entries.filter((entry) => entry.operation !== null).map((entry) => entry.name);
  }

  /** @param path without query; a trailing slash does not matter */
  find(method: string, path: string): Found | null {
    const wanted = method === 'HEAD' ? 'GET' : method.toUpperCase();
    const plain = path.length > 1 ? path.replace(/\/+$/, '') : path;
    return this.entries.find((entry) => entry.method === wanted && entry.pattern.test(plain)) ?? null;
  }
}

function entryOf(name: string, operation: OfficialOperation | null): Entry {
  const [method = '', path = ''] = name.split(' ');
  const pattern = path
    .split(/(\{[^}]+\})/)
    .map((piece) => (piece.startsWith('{') ? '[^/]+' : piece.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('');
  return { name, operation, method, pattern: new RegExp(`^${pattern}$`), parameters: path.split('{').length - 1 };
}
