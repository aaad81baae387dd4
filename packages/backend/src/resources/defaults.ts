/** What stands in for fields that the wire leaves out, so that applications need not tell `undefined` from `null`. */
export const DEFAULTS = {
  actor_token: { token: null, url: null },
  commerce_plan: { features: [] },
  commerce_subscription: { nextPayment: null, eligibleForFreeTrial: false },
  commerce_subscription_item: { plan: null, planId: null },
  external_account: { imageUrl: '', publicMetadata: {} },
  feature: { description: null, avatarUrl: null },
  organization: { imageUrl: '', privateMetadata: {} },
  organization_membership: { privateMetadata: {} },
  verification: { nonce: null, message: null },
} as const;

export type Defaults = typeof DEFAULTS;

/** A resource in which the fields that have a default are always there. */
export type Filled<T, Type extends keyof Defaults> = Omit<T, keyof Defaults[Type]> & {
  readonly [Name in keyof Defaults[Type] & keyof T]-?: Exclude<T[Name], undefined> | NullIn<Defaults[Type][Name]>;
};

type NullIn<Default> = Default extends null ? null : never;
