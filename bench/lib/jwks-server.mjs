import { createServer } from 'node:http';
import { jwks } from './tokens.mjs';

/**
 * The one operation of the Backend API that verifying a token needs.
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startJwksServer() {
  const server = createServer((request, response) => {
    const found = request.url?.startsWith('/v1/jwks');
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(found ? jwks : { errors: [] }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
