import { inject } from 'vitest';
import * as inbox from '../../lib/inbox.ts';

/** The code in the newest message to an address, whichever instance of the tests has sent it. */
export function codeSentTo(email: string, options?: { after?: string }): Promise<string> {
  const { foyerUrl } = inject('house');
  return inbox.codeSentTo([foyerUrl, `${foyerUrl}/i/codes`], email, options);
}
