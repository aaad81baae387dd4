import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../config.ts';
import { NOWHERE, openPlaces, type Places } from './places.ts';
import { writeMmdb } from './testing/write-mmdb.ts';

describe('places', () => {
  let folder: string;
  let places: Places;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foyer-places-'));
    const london = { city: { names: { en: 'London', de: 'London' } }, country: { iso_code: 'GB', names: { en: 'United Kingdom' } } };
    await writeFile(join(folder, 'city.mmdb'), writeMmdb({ '81.2.69.0/24': london, '203.0.113.0/24': { country: { iso_code: 'GR', names: { en: 'Greece' } } }, '2001:db8::/32': london }));
    await writeFile(join(folder, 'notes.txt'), 'Nothing about places.');
    places = await openPlaces(join(folder, 'city.mmdb'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['81.2.69.142', { city: 'London', country: 'United Kingdom', countryCode: 'GB' }],
    ['::ffff:81.2.69.142', { city: 'London', country: 'United Kingdom', countryCode: 'GB' }],
    ['2001:db8:1::7', { city: 'London', country: 'United Kingdom', countryCode: 'GB' }],
    ['203.0.113.9', { city: null, country: 'Greece', countryCode: 'GR' }],
    ['127.0.0.1', NOWHERE],
    ['::1', NOWHERE],
    ['unknown', NOWHERE],
    ['', NOWHERE],
  ])('of %s', (ip, place) => {
    expect(places.find(ip)).toEqual(place);
  });

  it('are unknown without a file', async () => {
    expect((await openPlaces(undefined)).find('81.2.69.142')).toEqual(NOWHERE);
  });

  it('cannot be read from a file that is something else', async () => {
    await expect(openPlaces(join(folder, 'notes.txt'))).rejects.toThrow(ConfigError);
    await expect(openPlaces(join(folder, 'missing.mmdb'))).rejects.toThrow('FOYER_GEOIP_FILE');
  });
});
