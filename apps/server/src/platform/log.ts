import { pino, type DestinationStream, type Logger } from 'pino';

/**
 * The program's log: a JSON object a line. Whoever writes to it names what they write; requests, bodies,
 * headers and database rows are never written whole, so that no secret of a person or an app gets there.
 *
 * @param level the least important lines that are written: `debug`, `info`, `warn`, `error` or `silent`
 * @param destination standard output when left out
 */
export function createLogger(level: string, destination: DestinationStream = pino.destination(1)): Logger {
  return pino({ level, base: null, redact: ['req.headers.authorization', 'req.headers.cookie'], serializers: { err: describeError } }, destination);
}

/** What helps to find the fault. An error of the database also has the row at fault, which is left out. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return {
    type: error.name,
    message: error.message,
    ...('code' in error && { code: error.code }),
    ...(error.stack !== undefined && { stack: error.stack }),
    ...(error.cause instanceof Error && { cause: describeError(error.cause) }),
  };
}
