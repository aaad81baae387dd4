import { afterEach, expect, it } from 'vitest';
import { startFapiServer, type Answer } from '../testing/fapi-server.ts';
import { FapiClient } from './fapi.ts';
import { createSend } from './send.ts';

let close: (() => unknown) | undefined;
afterEach(() => close?.());

const wantsCaptcha: Answer = { status: 401, body: { errors: [{ code: 'requires_captcha', message: 'Show that you are a person.' }] } };

/** A server that wants the security check so many times, and how often things happened. */
async function serve(refusals: number) {
  const counts = { captcha: 0, unauthorized: 0 };
  const server = await startFapiServer({ 'POST /client/sign_ups': () => (refusals-- > 0 ? wantsCaptcha : { body: { response: { id: 'sua_1' } } }) });
  close = server.close;
  const send = createSend(new FapiClient({ baseUrl: () => server.url }), {
    onClient: () => undefined,
    onUnauthorized: async () => void counts.unauthorized++,
    onCaptchaWanted: async () => void counts.captcha++,
  });
  return { server, counts, create: () => send({ method: 'POST', path: '/client/sign_ups', body: { emailAddress: 'a@x.test' } }) };
}

it('does the security check that the server wants, and makes the call again', async () => {
  const { server, counts, create } = await serve(2);
  expect(await create()).toEqual({ id: 'sua_1' });
  expect(counts).toEqual({ captcha: 2, unauthorized: 0 });
  expect(server.requests.map(({ form }) => form['email_address'])).toEqual(['a@x.test', 'a@x.test', 'a@x.test']);
});

it('gives up after three rounds, and takes nobody for signed out', async () => {
  const { counts, create } = await serve(9);
  await expect(create()).rejects.toMatchObject({ status: 401, errors: [{ code: 'requires_captcha' }] });
  expect(counts).toEqual({ captcha: 3, unauthorized: 0 });
});
