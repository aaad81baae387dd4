import { createWaiter } from '../core/wait-for.ts';
import type { FutureResult } from '../types/futures.ts';
import type { SignInFutureEmailLinkSendParams, SignInFutureResource } from '../types/sign-in-future.ts';
import type { Settle } from './future.ts';
import type { Verification } from './verification.ts';

/** What an email link needs of the sign-in it belongs to. */
interface EmailLinkSteps {
  settle: Settle;
  send: (params: SignInFutureEmailLinkSendParams) => Promise<void>;
  /** As the server has it now. */
  reload: () => Promise<Verification>;
  /** As this browser knows it. */
  verification: () => Verification;
}

/** Signing in with a link sent by email: sending it, and waiting until it was followed, here or in another browser. */
export class FutureEmailLink {
  readonly #steps: EmailLinkSteps;
  readonly #waiter = createWaiter();

  constructor(steps: EmailLinkSteps) {
    this.#steps = steps;
  }

  sendLink = (params: SignInFutureEmailLinkSendParams): Promise<FutureResult> => this.#steps.settle(() => this.#steps.send(params));

  waitForVerification = (): Promise<FutureResult> =>
    this.#steps.settle(() =>
      this.#waiter.start(async () => {
        const { status } = await this.#steps.reload();
        return status === 'verified' || status === 'expired' ? true : undefined;
      }),
    );

  /** What the followed link said, on the page to which it led. */
  get verification(): SignInFutureResource['emailLink']['verification'] {
    const search = new URL(window.location.href).searchParams;
    const status = search.get('__clerk_status');
    const createdSessionId = search.get('__clerk_created_session');
    if (!status || !createdSessionId) return null;
    return {
      status: status as 'verified' | 'expired' | 'failed' | 'client_mismatch',
      createdSessionId,
      verifiedFromTheSameClient: this.#steps.verification().verifiedFromTheSameClient(),
    };
  }
}
