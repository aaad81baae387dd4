import { AttemptMyVerificationParams, AttemptMyWeb3WalletParams, PrepareMyEmailAddressParams, PrepareMyPhoneNumberParams, PrepareMyWeb3WalletParams } from '@foyer/protocol/schemas/requests/me';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { EmailAddress } from '@foyer/protocol/schemas/resources/email-address';
import { PhoneNumber } from '@foyer/protocol/schemas/resources/phone-number';
import { Web3Wallet } from '@foyer/protocol/schemas/resources/web3-wallet';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { emailAddresses, showEmailAddress } from '../../people/email-addresses/service.ts';
import { phoneNumbers, showPhoneNumber } from '../../people/phone-numbers/service.ts';
import { showWeb3Wallet, web3Wallets } from '../../people/web3-wallets/service.ts';
import { attemptContact, prepareContact } from './verify.ts';

/** Verifying the addresses, numbers and wallets in one's own profile. */
export function profileVerificationRoutes(routes: FrontendRoutes): void {
  const email = { tag: 'Email addresses', asker: 'self', params: pathParams('email_id'), response: EmailAddress } as const;
  const phone = { tag: 'Phone numbers', asker: 'self', params: pathParams('phone_number_id'), response: PhoneNumber } as const;
  const wallet = { tag: 'Web3 wallets', asker: 'self', params: pathParams('web3_wallet_id'), response: Web3Wallet } as const;

  routes.post(
    '/v1/me/email_addresses/:email_id/prepare_verification',
    { ...email, summary: 'Send a code to an email address', body: PrepareMyEmailAddressParams },
    async (ctx, { params, body }) => showEmailAddress(ctx, await prepareContact(ctx, emailAddresses, params.email_id, body)),
  );

  routes.post(
    '/v1/me/email_addresses/:email_id/attempt_verification',
    { ...email, summary: 'Verify an email address', body: AttemptMyVerificationParams },
    async (ctx, { params, body }) => showEmailAddress(ctx, await attemptContact(ctx, emailAddresses, params.email_id, body)),
  );

  routes.post(
    '/v1/me/phone_numbers/:phone_number_id/prepare_verification',
    { ...phone, summary: 'Send a code to a phone number', body: PrepareMyPhoneNumberParams },
    async (ctx, { params, body }) => showPhoneNumber(ctx, await prepareContact(ctx, phoneNumbers, params.phone_number_id, body)),
  );

  routes.post(
    '/v1/me/phone_numbers/:phone_number_id/attempt_verification',
    { ...phone, summary: 'Verify a phone number', body: AttemptMyVerificationParams },
    async (ctx, { params, body }) => showPhoneNumber(ctx, await attemptContact(ctx, phoneNumbers, params.phone_number_id, body)),
  );

  routes.post(
    '/v1/me/web3_wallets/:web3_wallet_id/prepare_verification',
    { ...wallet, summary: 'Make the text that a wallet signs', body: PrepareMyWeb3WalletParams },
    async (ctx, { params, body }) => showWeb3Wallet(ctx, await prepareContact(ctx, web3Wallets, params.web3_wallet_id, body)),
  );

  routes.post(
    '/v1/me/web3_wallets/:web3_wallet_id/attempt_verification',
    { ...wallet, summary: 'Verify a wallet', body: AttemptMyWeb3WalletParams },
    async (ctx, { params, body }) => showWeb3Wallet(ctx, await attemptContact(ctx, web3Wallets, params.web3_wallet_id, body)),
  );
}
