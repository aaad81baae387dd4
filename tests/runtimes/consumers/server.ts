/// <reference types="@foyer/express/env" />
// An Express application.
import { clerkClient, clerkMiddleware, getAuth, requireAuth } from '@foyer/express';
import { verifyWebhook } from '@foyer/express/webhooks';
import express from 'express';

export const app = express();
app.use(clerkMiddleware());
app.get('/me', (request, response, next) => {
  const { userId } = getAuth(request);
  if (!userId) return void response.sendStatus(401);
  clerkClient.users.getUser(userId).then((user) => response.json(user.firstName), next);
});
app.get('/own', requireAuth(), (request, response) => void response.json(request.auth().isAuthenticated));
app.post('/webhooks', express.raw({ type: 'application/json' }), (request, response, next) => {
  verifyWebhook(request).then(({ type }) => response.json({ type }), next);
});
