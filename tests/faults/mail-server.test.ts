import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startFoyer } from '../lib/servers.ts';
import { newGround } from './house.ts';

const PATIENCE_MS = 60_000;

it('a mail server that is out of order gets the message once it is well again', async () => {
  const mail = await startMailServer();
  const ground = await newGround('pglite');
  const foyer = await startFoyer({ ...ground.env, SMTP_URL: `smtp://localhost:${mail.port}` });

  const devBrowser = ((await (await fetch(`${foyer.url}/v1/dev_browser`, { method: 'POST' })).json()) as { id: string }).id;
  const post = async (path: string, form: Record<string, string>) => {
    const answer = await fetch(`${foyer.url}${path}?__clerk_db_jwt=${devBrowser}`, { method: 'POST', body: new URLSearchParams(form), headers: { origin: 'http://localhost:3000' } });
    return (await answer.json()) as { response: { id: string } };
  };
  const { response } = await post('/v1/client/sign_ups', { email_address: 'someone@example.com', password: 'violet lantern 7 river' });
  await post(`/v1/client/sign_ups/${response.id}/prepare_verification`, { strategy: 'email_code' });

  await until(() => mail.refused > 0);
  mail.well = true;
  await until(() => mail.taken.length > 0);
  expect(mail.taken).toHaveLength(1);
  expect(mail.taken[0]).toMatch(/To: someone@example\.com/);
  expect(mail.taken[0]).toMatch(/Subject: \[Development\] \d{6} is your/);
  // By this whoever receives it twice knows that it is the same one.
  expect(mail.taken[0]).toMatch(/Message-ID: <ema_\w+@localhost>/i);

  await foyer.stop();
  mail.close();
  await ground.clear();
});

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('It did not happen in time.');
    await sleep(100);
  }
}

/** Speaks just enough SMTP (RFC 5321) to take messages, or to say that it cannot for now. */
async function startMailServer() {
  const state = { well: false, refused: 0, taken: [] as string[], port: 0, close: () => {} };
  const server = createServer((socket) => {
    let message: string | null = null;
    socket.setEncoding('utf8');
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 test');
    socket.on('data', (text: string) => {
      if (message !== null) {
        message += text;
        if (!message.endsWith('\r\n.\r\n')) return;
        state.taken.push(message);
        message = null;
        return void say('250 taken');
      }
      const verb = text.slice(0, 4).toUpperCase();
      if (verb === 'MAIL' && !state.well) {
        state.refused++;
        return void say('451 try again later');
      }
      if (verb === 'DATA') {
        message = '';
        return void say('354 go on');
      }
      if (verb === 'QUIT') return void socket.end('221 bye\r\n');
      say('250 ok');
    });
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  state.port = (server.address() as AddressInfo).port;
  state.close = () => void server.close();
  return state;
}
