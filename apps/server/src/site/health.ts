import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Platform } from '../platform/context.ts';
import { sendJson } from '../platform/http/json.ts';

/** How long the database may take to answer before the server counts as unhealthy, in milliseconds. */
const PATIENCE = 2000;

/** `/v1/health`: whether this server can answer requests, the database behind it included. */
export function healthRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/v1/health', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    const problem = await databaseProblem(platform);
    if (problem === null) return sendJson(reply, { status: 'healthy' });
    return sendJson(reply.code(503), { status: 'unhealthy', message: problem });
  });
}

async function databaseProblem(platform: Platform): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, `The database did not answer within ${PATIENCE} ms.`);
  });
  const check = sql<{ read_only: string }>`select current_setting('transaction_read_only') as read_only`.execute(platform.db).then(
    // A standby answers, too, and people could not sign in.
    ({ rows }) => (rows[0]?.read_only === 'on' ? 'The database takes no writes.' : null),
    (error: unknown) => {
      platform.log.error({ err: error }, 'the database does not answer');
      return 'The database does not answer.';
    },
  );
  const problem = await Promise.race([check, timeout]);
  clearTimeout(timer);
  return problem;
}
