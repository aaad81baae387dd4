import type { RequestContext } from '../../platform/http/facts.ts';

export type WidgetType = 'smart' | 'invisible';

/** What a browser brings from the security check. */
export interface CaptchaAnswer {
  token: string;
  widgetType: WidgetType;
}

/** Who tells people from bots. The rest of the house knows no more of them than this. */
export interface CaptchaProvider {
  /**
   * Whether an answer is a proof that has not been used before. It is used up by this.
   *
   * @throws ApiError `service_unavailable` when the provider cannot be asked
   */
  verify(ctx: RequestContext, answer: CaptchaAnswer): Promise<boolean>;
}
