/** A message that someone should get. The delivery wing writes it down in the same transaction and sends it. */
export interface MessageWanted {
  channel: 'email' | 'sms' | 'whatsapp';
  template:
    | 'verification_code'
    | 'reset_password_code'
    | 'verification_link'
    | 'password_changed'
    | 'password_removed'
    | 'primary_email_address_changed'
    | 'passkey_added'
    | 'passkey_removed'
    | 'phone_factor_added'
    | 'account_locked'
    | 'new_device_sign_in'
    | 'invitation'
    | 'waitlist_confirmation'
    | 'waitlist_invitation';
  /** Email address or E.164 number. */
  to: string;
  userId: string | null;
  /** Values that the template may use; `code` and `link` are secrets of the recipient. */
  variables: Record<string, string>;
}

declare module '../../platform/events.ts' {
  interface EventMap {
    'message.wanted': MessageWanted;
  }
}
