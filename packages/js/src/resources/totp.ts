import type { BackupCodesResource as BackupCodeJSON, TotpResource as TotpJSON } from '@foyer/protocol/schemas/resources/mfa';
import type { BackupCodeResource, TOTPResource } from '../types/identifications.ts';
import { Resource, toDate } from './base.ts';
import type { ResourceHost } from './host.ts';

/** An authenticator app. `secret` and `uri` are only there right after it was made. Docs: reference/javascript/types/totp. */
export class TOTP extends Resource<TotpJSON> implements TOTPResource {
  pathRoot = '/me/totp';
  override id = '';
  secret = '';
  uri = '';
  verified = false;
  backupCodes?: string[];
  createdAt: Date | null = null;
  updatedAt: Date | null = null;

  constructor(host: ResourceHost, json: TotpJSON) {
    super(host);
    this.fromJSON(json);
  }

  fromJSON(json: TotpJSON | null): this {
    if (!json) return this;
    this.id = json.id;
    this.secret = json.secret ?? '';
    this.uri = json.uri ?? '';
    this.verified = json.verified;
    this.backupCodes = json.backup_codes ?? undefined;
    this.createdAt = toDate(json.created_at);
    this.updatedAt = toDate(json.updated_at);
    return this;
  }
}

/** Codes for when nothing else is at hand, each good once. Docs: reference/javascript/types/backup-code. */
export class BackupCode extends Resource<BackupCodeJSON> implements BackupCodeResource {
  pathRoot = '/me/backup_codes';
  override id = '';
  codes: string[] = [];
  createdAt: Date | null = null;
  updatedAt: Date | null = null;

  constructor(host: ResourceHost, json: BackupCodeJSON) {
    super(host);
    this.fromJSON(json);
  }

  fromJSON(json: BackupCodeJSON | null): this {
    if (!json) return this;
    this.id = json.id;
    this.codes = json.codes;
    this.createdAt = toDate(json.created_at);
    this.updatedAt = toDate(json.updated_at);
    return this;
  }
}
