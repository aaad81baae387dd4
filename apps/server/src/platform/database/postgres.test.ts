import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { openDatabase } from './open.ts';

let server: Server | undefined;

afterEach(() => {
  server?.close();
  server = undefined;
});

/** Something on a port that answers the first message with the bytes given. */
async function answering(...bytes: Buffer[]): Promise<number> {
  server = createServer((socket) => {
    let rest = bytes;
    socket.on('data', () => {
      const [next, ...later] = rest;
      rest = later;
      if (next) socket.write(next);
    });
    socket.on('error', () => socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** One message of the PostgreSQL protocol. */
function message(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
}

const text = (value: string) => Buffer.from(`${value}\0`);
const READY = message('Z', Buffer.from('I'));

it('says where nothing listens, without the password', async () => {
  const opening = openDatabase({ databaseUrl: 'postgres://me:secret@127.0.0.1:1/users', dataDir: '' });
  await expect(opening).rejects.toMatchObject({
    problem: 'unreachable',
    message: expect.stringContaining('127.0.0.1:1/users: nothing is listening there'),
  });
  await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining('secret') });
});

it('says that a password is refused', async () => {
  const port = await answering(message('E', Buffer.concat([text('SFATAL'), text('C28P01'), text('Mno'), Buffer.from([0])])));
  await expect(openDatabase({ databaseUrl: `postgres://me:secret@127.0.0.1:${port}/users`, dataDir: '' })).rejects.toMatchObject({
    problem: 'unreachable',
    message: expect.stringContaining('it refuses the user name or password'),
  });
});

it('refuses a server that is too old', async () => {
  const authenticated = message('R', Buffer.alloc(4));
  const column = Buffer.concat([Buffer.from([0, 1]), text('version'), Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0])]);
  const row = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 6]), Buffer.from('140011')]);
  const answer = Buffer.concat([message('T', column), message('D', row), message('C', text('SELECT 1')), READY]);
  const port = await answering(Buffer.concat([authenticated, READY]), answer);
  await expect(openDatabase({ databaseUrl: `postgres://me@127.0.0.1:${port}/users`, dataDir: '' })).rejects.toMatchObject({
    problem: 'too_old',
    message: expect.stringContaining('is PostgreSQL 14. Foyer needs PostgreSQL 15 or newer'),
  });
});
