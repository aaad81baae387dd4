import type { Selectable } from 'kysely';

export interface CaptchaProofsTable {
  instance_id: string;
  /** SHA-256 of the challenge that was solved. */
  challenge: Buffer;
  expires_at: Date;
}

export type CaptchaProofRow = Selectable<CaptchaProofsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    captcha_proofs: CaptchaProofsTable;
  }
}
