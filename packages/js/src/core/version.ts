/** Version of this package, sent with every call and shown as `Clerk.version`. */
export const VERSION = '0.1.0';

export const PACKAGE_NAME = '@foyer/js';
