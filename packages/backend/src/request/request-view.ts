/**
 * The little that authentication reads of a request, so that Node's own requests need not be turned
 * into Web ones first.
 */
export interface RequestView {
  readonly method: string;
  /** URL as this server saw it, absolute; forwarding headers are applied elsewhere. */
  readonly url: string;
  header(name: string): string | undefined;
  headers(): Iterable<[string, string]>;
}

/** Node's `IncomingMessage`, and the requests of frameworks built on it (Express, Fastify). */
export interface NodeRequestLike {
  method?: string;
  url?: string;
  /** Express: the URL before routers cut their part off. */
  originalUrl?: string;
  headers: Record<string, string | string[] | undefined>;
  socket?: object | null;
}

export function viewRequest(request: Request | NodeRequestLike): RequestView {
  return isWebRequest(request) ? new WebRequestView(request) : new NodeRequestView(request);
}

function isWebRequest(request: Request | NodeRequestLike): request is Request {
  return typeof request.headers.get === 'function';
}

class WebRequestView implements RequestView {
  readonly #request: Request;

  constructor(request: Request) {
    this.#request = request;
  }

  get method(): string {
    return this.#request.method;
  }

  get url(): string {
    return this.#request.url;
  }

  header(name: string): string | undefined {
    return this.#request.headers.get(name) ?? undefined;
  }

  headers(): Iterable<[string, string]> {
    return this.#request.headers.entries();
  }
}

class NodeRequestView implements RequestView {
  readonly #request: NodeRequestLike;

  constructor(request: NodeRequestLike) {
    this.#request = request;
  }

  get method(): string {
    return this.#request.method ?? 'GET';
  }

  get url(): string {
    const { originalUrl, url = '/' } = this.#request;
    const target = originalUrl ?? url;
    // An absolute target is legal (RFC 9112 §3.2.2); a relative one is completed from the host by whoever needs it.
    if (/^https?:\/\//.test(target)) return target;
    const { socket } = this.#request;
    const scheme = socket && 'encrypted' in socket && socket.encrypted ? 'https' : 'http';
    return `${scheme}://${this.header('host') ?? 'localhost'}${target}`;
  }

  header(name: string): string | undefined {
    const value = this.#request.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  }

  *headers(): Iterable<[string, string]> {
    for (const [name, value] of Object.entries(this.#request.headers)) {
      if (value !== undefined) yield [name, Array.isArray(value) ? value.join(', ') : value];
    }
  }
}
