import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { Reader, type CityResponse } from 'mmdb-lib';
import { ConfigError } from '../config.ts';

/** Where an address is, as far as the database knows, in English. */
export interface Place {
  city: string | null;
  country: string | null;
  /** Two letters (ISO 3166-1). */
  countryCode: string | null;
}

/** Finds the places of addresses. Nobody is asked: a file on this machine tells, or nothing does. */
export interface Places {
  find(ip: string): Place;
}

export const NOWHERE: Place = { city: null, country: null, countryCode: null };

/**
 * Opens the configured database of places. It is read into memory: a city database takes some 70 MB.
 *
 * @param file in MaxMind DB format; without one every place is unknown
 * @throws ConfigError when the file cannot be read or is something else
 */
export async function openPlaces(file: string | undefined): Promise<Places> {
  if (file === undefined) return { find: () => NOWHERE };
  const reader = await open(file);
  return {
    find(ip) {
      // An IPv4 address may come in the clothes of an IPv6 one.
      const address = ip.replace(/^::ffff:(?=\d+\.)/i, '');
      const found = isIP(address) === 0 || (isIP(address) === 6 && reader.metadata.ipVersion === 4) ? null : reader.get(address);
      if (!found) return NOWHERE;
      return { city: found.city?.names.en ?? null, country: found.country?.names.en ?? null, countryCode: found.country?.iso_code ?? null };
    },
  };
}

async function open(file: string): Promise<Reader<CityResponse>> {
  try {
    return new Reader<CityResponse>(await readFile(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`FOYER_GEOIP_FILE names ${file}, which is no MaxMind DB that can be read (${reason}). Name another file, or none, and start again.`);
  }
}
