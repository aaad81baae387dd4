import type { ActiveSessionResource as SessionJSON } from '@foyer/protocol/schemas/resources/session';
import type { ActClaim } from '@foyer/protocol/claims';
import type { SessionActivity, SessionWithActivitiesResource } from '../types/session.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';

/** A session of the user anywhere, with the device it is on. Docs: reference/javascript/types/session-with-activities. */
export class SessionWithActivities extends Resource<SessionJSON> implements SessionWithActivitiesResource {
  pathRoot = '/me/sessions';
  override id = '';
  status = '';
  expireAt = new Date(0);
  abandonAt = new Date(0);
  lastActiveAt = new Date(0);
  actor: ActClaim | null = null;
  latestActivity: SessionActivity = { id: '' };

  readonly #onRevoked: () => void;

  /** @param onRevoked hears that the list it stands in is no longer true */
  constructor(host: ResourceHost, json: SessionJSON, onRevoked: () => void) {
    super(host);
    this.#onRevoked = onRevoked;
    this.fromJSON(json);
  }

  fromJSON(json: SessionJSON | null): this {
    if (!json) return this;
    this.id = json.id;
    this.status = json.status;
    this.expireAt = new Date(json.expire_at);
    this.abandonAt = new Date(json.abandon_at);
    this.lastActiveAt = new Date(json.last_active_at);
    this.actor = (json.actor as ActClaim | undefined) ?? null;
    const activity = json.latest_activity;
    this.latestActivity = {
      id: activity?.id ?? '',
      deviceType: activity?.device_type,
      browserName: activity?.browser_name,
      browserVersion: activity?.browser_version,
      country: activity?.country,
      city: activity?.city,
      ipAddress: activity?.ip_address,
      isMobile: activity?.is_mobile,
    };
    return this;
  }

  /** Ends the session, wherever it is. */
  async revoke(): Promise<this> {
    await this.act('revoke');
    this.#onRevoked();
    return this;
  }
}
