// What one would write by hand for nothing but session tokens: Fastify, pg, one read by primary key of a
// prepared statement, one RS256 signature. It asks nobody who they are.
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import fastify from 'fastify';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const header = encode({ alg: 'RS256', cat: 'cl_session', kid: 'ins_handwritten', typ: 'JWT' });

const app = fastify();

app.post('/v1/client/sessions/:id/tokens', async (request, reply) => {
  const { rows } = await pool.query({ name: 'session', text: 'select id, user_id from handwritten_sessions where id = $1 and expire_at > now()', values: [request.params.id] });
  if (rows.length === 0) return reply.code(401).send({ error: 'signed out' });
  const now = Math.floor(Date.now() / 1000);
  const claims = { azp: request.headers.origin, exp: now + 60, fva: [0, -1], iat: now, iss: 'https://clerk.example.com', jti: randomUUID(), nbf: now - 10, sid: rows[0].id, sts: 'active', sub: rows[0].user_id, v: 2 };
  const text = `${header}.${encode(claims)}`;
  return { object: 'token', jwt: `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}` };
});

function encode(part) {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

// Browsers send the form's type even where there is no body.
app.addContentTypeParser('application/x-www-form-urlencoded', (_request, payload, done) => {
  payload.resume();
  payload.on('end', () => done(null));
});
app.get('/', async () => 'ready');

await app.listen({ host: 'localhost', port: Number(process.env.PORT) });
