import type { Page } from 'playwright-core';

/**
 * Gives the page a device that keeps passkeys, with a person at it who says yes to everything. The browser says that it
 * cannot offer passkeys while people type (autofill): sign-in pages would ask at once, and be answered before a test
 * has clicked a button.
 */
export async function carryPasskeys(page: Page): Promise<void> {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
}
