import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import { signedIn } from '../testing/people.ts';
import { drawAvatar, initialsOf } from './avatar.ts';
import { encodeImage } from './encode.ts';

const photo = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#369' } });

describe('encodeImage', () => {
  it('makes pictures small, upright and silent', async () => {
    const original = await photo(1600, 800).withExif({ IFD0: { Artist: 'Ada', Copyright: 'secret place' } }).jpeg().toBuffer();
    expect(original.includes('secret place')).toBe(true);
    const { content, contentType } = await encodeImage(original);
    expect(contentType).toBe('image/webp');
    expect(content.includes('secret place')).toBe(false);
    expect(await sharp(content).metadata()).toMatchObject({ format: 'webp', width: 512, height: 256 });
  });

  it('does not blow small ones up', async () => {
    const { content } = await encodeImage(await photo(40, 60).png().toBuffer());
    expect(await sharp(content).metadata()).toMatchObject({ width: 40, height: 60 });
  });

  it('turns pictures as their camera was held', async () => {
    const { content } = await encodeImage(await photo(40, 60).withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect(await sharp(content).metadata()).toMatchObject({ width: 60, height: 40 });
  });

  it.each([
    ['text', Buffer.from('hello')],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>')],
    ['a picture that breaks off', Buffer.from('89504e470d0a1a0a0000000d494844520000', 'hex')],
  ])('refuses %s', async (_what, bytes) => {
    await expect(encodeImage(bytes)).rejects.toMatchObject({ code: 'request_body_invalid', status: 400 });
  });
});

describe('avatars', () => {
  it.each([
    [['Ada', 'Lovelace'], 'AL'],
    [['ada', null], 'A'],
    [['  élan', '😀 7up'], 'É7'],
    [[null, null], ''],
  ])('%j is %j', (names, initials) => {
    expect(initialsOf(...names)).toBe(initials);
  });

  it('cannot carry markup', () => {
    expect(drawAvatar(0, '<&')).not.toContain('<&');
  });
});

describe('profile pictures', () => {
  let test: TestInstance;
  let png: Buffer;
  beforeAll(async () => {
    test = await createTestInstance();
    png = await photo(64, 64).png().toBuffer();
  });

  /** The bytes behind an address that a resource names. */
  async function fetchImage(url: string) {
    const { http } = await testApp();
    const { pathname } = new URL(url);
    return http.inject({ url: pathname });
  }

  async function upload(path: string, headers: Record<string, string>, payload: Buffer | string) {
    const { http } = await testApp();
    return http.inject({ method: 'POST', url: path, headers, payload });
  }

  function multipart(bytes: Buffer, field = 'file') {
    const boundary = 'x-boundary';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="me.png"\r\nContent-Type: image/png\r\n\r\n`;
    return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]) };
  }

  it('are set, shown, replaced and removed by servers', async () => {
    const { userId } = await signedIn(test);
    const { headers, payload } = multipart(png);
    const path = `/api/v1/users/${userId}/profile_image`;
    const authorization = `Bearer ${test.secretKey}`;
    const set = await upload(path, { ...headers, authorization }, payload);
    expect(set.statusCode, set.body).toBe(200);
    const user = set.json();
    expect(user.has_image).toBe(true);

    const shown = await fetchImage(user.image_url);
    expect(shown.statusCode).toBe(200);
    expect(shown.headers).toMatchObject({ 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' });
    expect(await sharp(shown.rawPayload).metadata()).toMatchObject({ format: 'webp', width: 64 });

    const again = (await upload(path, { ...headers, authorization }, payload)).json();
    expect(again.image_url).not.toBe(user.image_url);
    expect((await fetchImage(user.image_url)).statusCode).toBe(404);

    const removed = await test.bapi('DELETE', `/v1/users/${userId}/profile_image`);
    expect(removed.body).toMatchObject({ has_image: false });
    expect((await fetchImage(again.image_url)).statusCode).toBe(404);
    expect((await test.bapi('DELETE', `/v1/users/${userId}/profile_image`)).body.errors[0].code).toBe('image_not_found');

    const avatar = await fetchImage(removed.body.image_url);
    expect(avatar.headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(avatar.body).toContain('<svg');
  });

  it('are refused when they are none, too large or missing', async () => {
    const { userId } = await signedIn(test);
    const path = `/api/v1/users/${userId}/profile_image`;
    const authorization = `Bearer ${test.secretKey}`;
    const send = async (form: { headers: Record<string, string>; payload: Buffer }) => {
      const answer = await upload(path, { ...form.headers, authorization }, form.payload);
      return [answer.statusCode, answer.json().errors[0].code];
    };
    expect(await send(multipart(Buffer.from('hello')))).toEqual([400, 'request_body_invalid']);
    expect(await send(multipart(Buffer.alloc(11 * 1024 * 1024)))).toEqual([413, 'image_too_large']);
    expect(await send(multipart(png, 'picture'))).toEqual([400, 'form_param_missing']);
    expect(await send({ headers: { 'content-type': 'application/json' }, payload: Buffer.from('{}') })).toEqual([400, 'form_param_missing']);
  });

  it('are set by people, as a form, as bytes or as text', async () => {
    const { browser, userId } = await signedIn(test);
    const url = (method = 'POST') =>
      `/i/${test.instance.slug}/v1/me/profile_image?__clerk_db_jwt=${browser.devBrowser}&_clerk_session_id=${browser.sessionId}${method === 'POST' ? '' : `&_method=${method}`}`;
    const origin = { origin: 'http://localhost:3000' };
    const form = multipart(png);
    const octets = { 'content-type': 'application/octet-stream' };
    const uploads: [Record<string, string>, Buffer][] = [
      [form.headers, form.payload],
      [octets, png],
      [octets, Buffer.from(png.toString('base64'))],
      [octets, Buffer.from(`data:image/png;base64,${png.toString('base64')}`)],
    ];
    for (const [headers, payload] of uploads) {
      const answer = await upload(url(), { ...headers, ...origin }, payload);
      expect(answer.statusCode, answer.body).toBe(200);
      const { response, client } = answer.json();
      expect(response).toMatchObject({ object: 'image', public_url: expect.stringContaining(response.id) });
      expect(client.sessions[0].user).toMatchObject({ id: userId, has_image: true, image_url: response.public_url });
    }
    const removed = await browser.delete('/v1/me/profile_image');
    expect(removed.body.response).toMatchObject({ object: 'image', deleted: true });
  });

  it('go with their person', async () => {
    const { userId } = await signedIn(test);
    const form = multipart(png);
    const { image_url: url } = (await upload(`/api/v1/users/${userId}/profile_image`, { ...form.headers, authorization: `Bearer ${test.secretKey}` }, form.payload)).json();
    await test.bapi('DELETE', `/v1/users/${userId}`);
    expect((await fetchImage(url)).statusCode).toBe(404);
  });
});
