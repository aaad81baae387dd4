import type { ClerkResourceJSON, Timestamps } from './common.ts';

/** `amount` is in the currency's smallest unit. */
export interface BillingMoneyAmountJSON {
  amount: number;
  amount_formatted: string;
  currency: string;
  currency_symbol: string;
}

export interface FeatureJSON extends ClerkResourceJSON<'feature'> {
  name: string;
  description?: string | null;
  slug: string;
  avatar_url?: string | null;
}

export interface BillingPlanJSON extends ClerkResourceJSON<'commerce_plan'> {
  product_id?: string;
  name: string;
  slug: string;
  description: string | null;
  is_default: boolean;
  is_recurring: boolean;
  has_base_fee: boolean;
  publicly_visible: boolean;
  fee: BillingMoneyAmountJSON;
  annual_fee: BillingMoneyAmountJSON | null;
  annual_monthly_fee: BillingMoneyAmountJSON | null;
  for_payer_type: 'org' | 'user';
  features?: FeatureJSON[];
}

export type BillingSubscriptionItemStatus =
  | 'abandoned'
  | 'active'
  | 'canceled'
  | 'ended'
  | 'expired'
  | 'incomplete'
  | 'past_due'
  | 'upcoming';

export interface BillingSubscriptionItemJSON extends ClerkResourceJSON<'commerce_subscription_item'>, Timestamps {
  status: BillingSubscriptionItemStatus;
  plan_period: 'month' | 'annual';
  payer_id?: string;
  period_start: number;
  period_end: number | null;
  is_free_trial?: boolean;
  ended_at: number | null;
  canceled_at: number | null;
  past_due_at: number | null;
  lifetime_paid?: BillingMoneyAmountJSON | null;
  next_payment?: { amount: number; date: number } | null;
  amount?: BillingMoneyAmountJSON;
  plan?: BillingPlanJSON | null;
  plan_id?: string | null;
}

export interface BillingSubscriptionJSON extends ClerkResourceJSON<'commerce_subscription'>, Timestamps {
  status: 'active' | 'past_due' | 'canceled' | 'ended' | 'abandoned' | 'incomplete';
  payer_id: string;
  active_at: number | null;
  past_due_at: number | null;
  subscription_items: BillingSubscriptionItemJSON[];
  next_payment?: { date: number; amount: BillingMoneyAmountJSON } | null;
  eligible_for_free_trial?: boolean;
}
