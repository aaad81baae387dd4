import { describe, expect, inject, it } from 'vitest';
import { codeSentTo } from '../../lib/inbox.ts';
import { newVisitor } from '../../lib/visitors.ts';
import { newEmail, newMailbox, PASSWORD } from '../house/people.ts';
import { enterCode, says, submit } from './gestures.ts';
import { serveOfficialPage } from './official-page.ts';
import { visitsTo } from './visits.ts';

const { url, guarded } = inject('house');

const scripts: [what: string, script?: string][] = [['official clerk-js, which knows Turnstile only'], ['our script, which official frameworks load', `${url}/npm/@clerk/clerk-js@5/dist/clerk.browser.js`]];

describe.each(scripts)('%s', { timeout: 120_000 }, (_what, script) => {
  const visit = visitsTo(() => serveOfficialPage(guarded, `${url}/i/guarded`, undefined, script));

  it('does the built-in proof of work, and asks nobody else', async () => {
    const { page, origin } = visit;
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (/turnstile|cloudflare/.test(request.url())) elsewhere.push(request.url());
    });
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/v1/client/sign_ups?'));
    const email = newMailbox();
    await page.goto(`${origin}/sign-up`);
    await page.fill('input[name=emailAddress]', email);
    await page.fill('input[name=password]', PASSWORD);
    await submit(page);
    expect(new URLSearchParams((await sent).postData() ?? '').get('captcha_token')).toMatch(/^ey/);
    await enterCode(page, await codeSentTo(`${url}/i/guarded`, email));
    await says(page, email);
    expect(elsewhere).toEqual([]);
  });

  it('is refused without it', async () => {
    const { page, origin, visitor } = visit;
    await page.route('**/v1/captcha/challenge', (route) => route.abort());
    await page.goto(`${origin}/sign-up`);
    await page.fill('input[name=emailAddress]', newEmail());
    await page.fill('input[name=password]', PASSWORD);
    await submit(page);
    await page.locator('.cl-alertText, .cl-formFieldErrorText').first().waitFor();
    // The widget and the SDK both say so in the console.
    visitor.problems.length = 0;
  });
});

describe('the account portal, whose pages load nothing from elsewhere', { timeout: 120_000 }, () => {
  it('does the work, too', async () => {
    const { page } = await newVisitor();
    const email = newMailbox();
    await page.goto(`${url}/i/guarded/portal/sign-up`);
    await page.fill('input[name=emailAddress]', email);
    await page.fill('input[name=password]', PASSWORD);
    await submit(page);
    await enterCode(page, await codeSentTo(`${url}/i/guarded`, email));
    await page.waitForURL('**/portal/user**');
  });
});
