/** Whether this browser can use passkeys on this page; it cannot without HTTPS. */
export const canUsePasskeys = () => typeof PublicKeyCredential === 'function';
