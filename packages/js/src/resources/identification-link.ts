import type { IdentificationLinkResource } from '../types/identifications.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';

interface IdentificationLinkJSON {
  id: string;
  type: string;
}

/** Names the external account that an email address or phone number came with. */
export class IdentificationLink extends Resource<IdentificationLinkJSON> implements IdentificationLinkResource {
  pathRoot = '';
  override id = '';
  type = '';

  constructor(host: ResourceHost, json: IdentificationLinkJSON) {
    super(host);
    this.fromJSON(json);
  }

  fromJSON(json: IdentificationLinkJSON | null): this {
    if (!json) return this;
    this.id = json.id;
    this.type = json.type;
    return this;
  }
}
