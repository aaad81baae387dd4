import type { RequestContext } from '../../platform/http/facts.ts';
import { writeClient } from '../clients/new-client.ts';
import type { ClientRow } from '../clients/tables.ts';
import { carriesTestingToken } from '../testing-tokens/service.ts';

/** Makes an attempt the client's current one. A client that carries a testing token need not show that it is no bot. */
export function setCurrentAttempt(ctx: RequestContext, clientId: string, attempt: Partial<Pick<ClientRow, 'sign_in_id' | 'sign_up_id'>>): Promise<void> {
  return writeClient(ctx, clientId, { ...attempt, ...(carriesTestingToken(ctx) ? { captcha_bypass: true } : {}) });
}
