import type { BillingPlan, BillingSubscription, BillingSubscriptionItem } from '../../resources/index.ts';
import { path } from '../path.ts';
import type { RequestFunction } from '../request.ts';
import type { ClerkPaginationRequest, Page } from './params.ts';

/** `clerkClient.billing` (docs: reference/backend/billing). */
export const billingApi = (request: RequestFunction) => ({
  getPlanList: (params: ClerkPaginationRequest<{ payerType?: 'org' | 'user' }> = {}) =>
    request<Page<BillingPlan>>({ method: 'GET', path: '/billing/plans', query: params }),
  /** At the end of the paid period, or at once with `endNow`. */
  cancelSubscriptionItem: (subscriptionItemId: string, params: { endNow?: boolean } = {}) =>
    request<BillingSubscriptionItem>({ method: 'DELETE', path: path`/billing/subscription_items/${subscriptionItemId}`, query: params }),
  extendSubscriptionItemFreeTrial: (subscriptionItemId: string, params: { extendTo: Date }) =>
    request<BillingSubscriptionItem>({
      method: 'POST',
      path: path`/billing/subscription_items/${subscriptionItemId}/extend_free_trial`,
      body: params,
    }),
  getOrganizationBillingSubscription: (organizationId: string) =>
    request<BillingSubscription>({ method: 'GET', path: path`/organizations/${organizationId}/billing/subscription` }),
  getUserBillingSubscription: (userId: string) =>
    request<BillingSubscription>({ method: 'GET', path: path`/users/${userId}/billing/subscription` }),
});
