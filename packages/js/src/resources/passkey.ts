import type { PasskeyResource as PasskeyJSON } from '@foyer/protocol/schemas/resources/passkey';
import { createCredential } from '../core/passkeys.ts';
import { parseOptions, serializeCredential } from '../core/webauthn.ts';
import type { DeletedObjectResource } from '../types/common.ts';
import type { PasskeyResource, UpdatePasskeyParams } from '../types/identifications.ts';
import { Resource, toDate } from './base.ts';
import { DeletedObject } from './deleted-object.ts';
import type { ResourceHost } from './host.ts';
import { Verification } from './verification.ts';

/** Docs: reference/javascript/types/passkey-resource. */
export class Passkey extends Resource<PasskeyJSON> implements PasskeyResource {
  pathRoot = '/me/passkeys';
  override id = '';
  name: string | null = null;
  verification: Verification | null = null;
  lastUsedAt: Date | null = null;
  createdAt = new Date(0);
  updatedAt = new Date(0);

  constructor(host: ResourceHost, json: PasskeyJSON | null) {
    super(host);
    this.fromJSON(json);
  }

  /** Makes a passkey on this device, or a phone or key at hand, for the signed-in user. */
  static async register(host: ResourceHost): Promise<Passkey> {
    const passkey = await new Passkey(host, null).post();
    const credential = await createCredential(parseOptions(passkey.verification?.nonce ?? null));
    return passkey.act('attempt_verification', {
      strategy: 'passkey',
      publicKeyCredential: serializeCredential(credential),
    });
  }

  fromJSON(json: PasskeyJSON | null): this {
    if (!json) return this;
    this.id = json.id;
    this.name = json.name;
    this.verification = json.verification ? new Verification(this.host, json.verification) : null;
    this.lastUsedAt = toDate(json.last_used_at);
    this.createdAt = new Date(json.created_at);
    this.updatedAt = new Date(json.updated_at);
    return this;
  }

  /** Renames the passkey. */
  update({ name }: UpdatePasskeyParams): Promise<this> {
    return this.patch({ name });
  }

  async delete(): Promise<DeletedObjectResource> {
    return new DeletedObject(await this.send({ method: 'DELETE', path: this.path() }));
  }
}
