/** `{ response, client }`: how the Frontend API answers, so that a browser always knows its client's new state. */
import type { Static, TSchema } from 'typebox';
import { nullable, resource } from '../parts.ts';
import { Client } from './client.ts';

/**
 * Wraps what an endpoint answers with.
 *
 * @param name component name of the envelope, such as `ClientWrappedSignIn`
 */
export function envelope<Response extends TSchema>(name: string, response: Response) {
  return resource(name, { response, client: Client });
}

/** The same for endpoints after which there may be no client, or was none. */
export function envelopeWithoutClient<Response extends TSchema>(name: string, response: Response) {
  return resource(name, { response, client: nullable(Client) });
}

export interface Envelope<Response> {
  response: Response;
  client: Static<typeof Client> | null;
}
