import { clerkMiddleware, getAuth } from '@foyer/express';
import express from 'express';

const PORT = process.env.PORT ?? 3001;
/** The app whose pages may call this server: the React example. */
const WEB_ORIGIN = process.env.WEB_ORIGIN ?? 'http://localhost:5173';

const app = express();
app.use(allowWebOrigin);
// Finds out who sent a request; the keys come from the environment.
app.use(clerkMiddleware());

app.get('/api/me', requireUser, (request, response) => {
  const { userId } = getAuth(request);
  response.json({ userId });
});

app.listen(PORT, () => console.log(`The Express example answers at http://localhost:${PORT}/api/me`));

/** An API answers strangers with 401 rather than with a sign-in page. */
function requireUser(request, response, next) {
  const { userId } = getAuth(request);
  if (userId) return next();
  response.status(401).json({ error: 'Sign in first, and send your session token as "Authorization: Bearer …".' });
}

/** Lets the web app, which is another origin, call with its token. */
function allowWebOrigin(request, response, next) {
  response.vary('Origin');
  if (request.headers.origin === WEB_ORIGIN) {
    response.set({ 'access-control-allow-origin': WEB_ORIGIN, 'access-control-allow-headers': 'authorization' });
  }
  if (request.method === 'OPTIONS') return response.sendStatus(204);
  next();
}
