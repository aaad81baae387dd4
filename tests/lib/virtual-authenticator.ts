import type { Page } from 'playwright-core';

/** A device that keeps passkeys, as a page sees it. */
export interface VirtualAuthenticator {
  /**
   * Whether somebody touches it as soon as it is asked. Sign-in pages ask while they load (autofill): a test that
   * wants to click a button there holds the finger back until it has.
   */
  touching(isTouching: boolean): Promise<void>;
}

/** Gives the page a device with a person at it who says yes to everything. */
export async function carryPasskeys(page: Page): Promise<VirtualAuthenticator> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return {
    touching: async (enabled) => {
      await devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
    },
  };
}
