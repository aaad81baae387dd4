import { Duplex } from 'node:stream';
import type { Worker } from 'node:worker_threads';

/** From a connection to the database's thread: bytes of the PostgreSQL protocol, or its end. */
export type Request = { connection: number; bytes: Uint8Array } | { connection: number; end: true };

/** From the database's thread to a connection. */
export interface Response {
  connection: number;
  bytes: Uint8Array;
}

let lastConnection = 0;

/**
 * One connection to the embedded database, in the shape of the socket that the driver expects.
 * Messages between two threads of one process need no port and no file, so nobody else can listen in.
 */
export class ThreadStream extends Duplex {
  readonly #thread: Worker;
  readonly #connection = ++lastConnection;

  constructor(thread: Worker) {
    super();
    this.#thread = thread;
    this.#thread.on('message', this.#receive);
    this.#thread.on('exit', this.#threadEnded);
  }

  readonly #receive = (response: Response) => {
    if (response.connection === this.#connection) this.push(Buffer.from(response.bytes));
  };

  readonly #threadEnded = () => {
    this.destroy(new Error('The embedded database has stopped.'));
  };

  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers arrive as they come: the driver asks for one thing at a time.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    // Copied, because the driver's buffer may be part of a larger one.
    this.#send({ connection: this.#connection, bytes: new Uint8Array(chunk) });
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#send({ connection: this.#connection, bytes: new Uint8Array(Buffer.concat(chunks.map(({ chunk }) => chunk))) });
    done();
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#thread.off('message', this.#receive);
    this.#thread.off('exit', this.#threadEnded);
    this.#send({ connection: this.#connection, end: true });
    done(error);
  }

  #send(request: Request): void {
    this.#thread.postMessage(request);
  }
}
