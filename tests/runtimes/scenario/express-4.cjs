// An Express 4 application as most of them are written; prints the port that it was given.
const express = require('express');
const { clerkClient, clerkMiddleware, getAuth, requireAuth } = require('@foyer/express');

const app = express();
app.use(clerkMiddleware());
app.get('/me', (request, response, next) => {
  const { userId } = getAuth(request);
  if (!userId) return response.sendStatus(401);
  clerkClient.users.getUser(userId).then(({ firstName }) => response.json({ userId, firstName, express: express.application.del ? 4 : 5 }), next);
});
app.get('/own', requireAuth({ signInUrl: 'https://app.example.com/sign-in' }), (_request, response) => response.send('Welcome'));

const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
