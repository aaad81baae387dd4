/**
 * What an application does with @foyer/backend, in terms that every runtime knows. Runs in Node, Bun, Deno,
 * workerd and an edge sandbox; the test compares what it comes to.
 *
 * @param {object} sdk the package's entry points: `backend`, `errors`, `jwt` and `webhooks`
 * @param {import('./instance.ts').Instance} instance keys and tokens of a made-up instance, and where its Backend API is
 */
export async function scenario({ backend, errors, jwt, webhooks }, instance) {
  const { publishableKey, secretKey, apiUrl, jwtKey, token, forged } = instance;
  const clerk = backend.createClerkClient({ publishableKey, secretKey, apiUrl });
  const offline = backend.createClerkClient({ publishableKey, secretKey, apiUrl, jwtKey });

  return {
    withKey: (await backend.verifyToken(token, { jwtKey })).sub,
    withKeySet: (await backend.verifyToken(token, { secretKey, apiUrl })).sub,
    forged: await reasonOf(backend.verifyToken(forged, { jwtKey })),
    header: describe(await clerk.authenticateRequest(visit(instance, { authorization: `Bearer ${token}` }))),
    cookie: describe(await clerk.authenticateRequest(visit(instance, { cookie: instance.cookie, 'sec-fetch-dest': 'document' }))),
    offline: describe(await offline.authenticateRequest(visit(instance, { cookie: instance.cookie, 'sec-fetch-dest': 'document' }))),
    stranger: describe(await clerk.authenticateRequest(visit(instance, {}))),
    handshake: describe(await clerk.authenticateRequest(visit(instance, { cookie: '__client_uat=9999999999', 'sec-fetch-dest': 'document' }))),
    returned: describe(await clerk.authenticateRequest(visit(instance, { cookie: `__clerk_handshake=${instance.handshake}`, 'sec-fetch-dest': 'document' }))),
    decoded: jwt.decodeJwt(token).payload.sid,
    webhook: (await webhooks.verifyWebhook(webhookRequest(instance.webhook), { signingSecret: instance.webhook.secret })).type,
    changedWebhook: await messageOf(webhooks.verifyWebhook(webhookRequest({ ...instance.webhook, body: '{}' }), { signingSecret: instance.webhook.secret })),
    user: await nameOf(clerk.users.getUser('user_1')),
    created: await nameOf(clerk.users.createUser({ firstName: 'Zoë', emailAddress: ['zoe@example.com'] })),
    uploaded: await nameOf(clerk.users.updateUserProfileImage('user_1', { file: new Blob(['picture'], { type: 'image/png' }) })),
    missing: await apiError(clerk.users.getUser('user_missing'), errors),
    // Refused once, and then carried out when the time that the answer names has passed.
    busy: await nameOf(clerk.users.getUser('user_busy')),
  };
}

function visit({ origin }, headers) {
  return new Request(`${origin}/page`, { headers });
}

function describe(state) {
  const auth = state.toAuth();
  return { status: state.status, reason: state.reason, userId: auth?.userId ?? null, sends: [...state.headers.keys()].filter((name) => name === 'location' || name === 'set-cookie') };
}

async function nameOf(answer) {
  const user = await answer;
  return [user.id, user.firstName];
}

async function reasonOf(answer) {
  return answer.then(() => 'accepted', (error) => error.reason);
}

async function messageOf(answer) {
  return answer.then(() => 'accepted', (error) => error.message.split('.')[0]);
}

async function apiError(answer, { isClerkAPIResponseError }) {
  return answer.then(() => 'found', (error) => [isClerkAPIResponseError(error), error.status, error.errors[0].code, error.clerkTraceId]);
}

function webhookRequest({ headers, body }) {
  return new Request('https://app.example.com/webhooks', { method: 'POST', headers, body });
}
