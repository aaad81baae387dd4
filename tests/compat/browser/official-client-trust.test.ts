import { createClerkClient } from '@clerk/backend';
import { describe, inject, it } from 'vitest';
import { newPerson } from '../house/people.ts';
import { enterCode, says, signInByPassword, signOut } from './gestures.ts';
import { serveOfficialPage } from './official-page.ts';
import { visitsTo } from './visits.ts';

const { url, apiUrl, trusting } = inject('house');
const { users } = createClerkClient({ apiUrl, secretKey: trusting.secretKey });

describe('official clerk-js, on a device that is new to somebody', { timeout: 120_000 }, () => {
  const visit = visitsTo(() => serveOfficialPage(trusting, `${url}/i/${trusting.slug}`));

  it('asks for a code after the password, the first time', async () => {
    const { page, origin } = visit;
    const { email } = await newPerson(users);
    await signInByPassword(page, origin, email);
    await page.waitForURL(/factor-two/);
    await enterCode(page, '424242');
    await says(page, email);
    await signOut(page);
    await says(page, 'nobody');
    await signInByPassword(page, origin, email);
    await says(page, email);
  });
});
