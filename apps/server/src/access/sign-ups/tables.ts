import type { Generated, Insertable, Selectable } from 'kysely';
import type { Json } from '../../platform/database/tables.ts';

export interface SignUpsTable {
  instance_id: string;
  id: string;
  client_id: string;
  email_address: string | null;
  phone_number: string | null;
  web3_wallet: string | null;
  username: string | null;
  first_name: string | null;
  last_name: string | null;
  password_hash: string | null;
  password_hasher: string | null;
  unsafe_metadata: Generated<Json>;
  public_metadata: Generated<Json>;
  locale: string | null;
  external_id: string | null;
  legal_accepted_at: Date | null;
  email_verification_id: string | null;
  phone_verification_id: string | null;
  web3_verification_id: string | null;
  external_account_verification_id: string | null;
  ticket: Json | null;
  custom_action: Generated<boolean>;
  captcha_passed: Generated<boolean>;
  created_session_id: string | null;
  created_user_id: string | null;
  abandon_at: Date;
  created_at: Date;
  updated_at: Date;
}

export type SignUpRow = Selectable<SignUpsTable>;
export type NewSignUpRow = Insertable<SignUpsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    sign_ups: SignUpsTable;
  }
}
