// What the parts of the stand-in Clerk object share.
import type { Scenario } from './fake-scenario.ts';

/** What every part is made with. */
export interface Fake {
  scenario: Scenario;
  /** Tells the components that something changed. */
  emit: () => void;
}

export class ApiError extends Error {
  clerkError = true;
  errors: object[];
  constructor(code: string, message: string, paramName?: string, meta: object = {}) {
    super(message);
    this.errors = [{ code, message, longMessage: message, meta: { paramName, ...meta } }];
  }
}

/** Enough for a person to see what is shown meanwhile; a test sees it sooner. */
const LATENCY_MS = navigator.webdriver ? 40 : 350;

/** The time that a server takes. */
export const wait = (ms = LATENCY_MS) => new Promise<void>(resolve => setTimeout(resolve, ms));

export const verification = (status: string) => ({ status, strategy: null, error: null });

/** @throws {ApiError} unless it is the one code that is always right */
export function checkCode(code: string): void {
  if (code !== '424242') throw new ApiError('form_code_incorrect', 'That code is not right. Please check it and try again.', 'code');
}

/** Sends an email link; `opened` tells what happens once it was, when the page hears of a `linkopened`. */
export const emailLinkFlow = ({ scenario }: Fake, opened: (status: string) => object) => () => ({
  startEmailLinkFlow: async (): Promise<object> => {
    if (!scenario.emailLink) return new Promise<object>(() => undefined);
    document.body.dataset['waitsForLink'] = 'true';
    await new Promise(resolve => addEventListener('linkopened', resolve, { once: true }));
    delete document.body.dataset['waitsForLink'];
    return opened(scenario.emailLink.status);
  },
  cancelEmailLinkFlow: () => undefined,
});
