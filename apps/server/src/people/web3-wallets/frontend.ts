import { apiError } from '@foyer/protocol/errors';
import { CreateMyWeb3WalletParams } from '@foyer/protocol/schemas/requests/me';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { DeletedObject } from '@foyer/protocol/schemas/resources/deleted-object';
import { Web3Wallet } from '@foyer/protocol/schemas/resources/web3-wallet';
import { Type } from 'typebox';
import { emit } from '../../platform/context.ts';
import { askingUser } from '../../platform/http/facts.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { requireWeb3Wallet } from '../identifiers.ts';
import { addContact, getContact, loadUser, removeContact } from '../users/service.ts';
import { showWeb3Wallet, showWeb3Wallets, web3Wallets } from './service.ts';

/** The signed-in person's wallets. */
export function web3WalletRoutes(routes: FrontendRoutes): void {
  const all = { tag: 'Web3 wallets', asker: 'self' } as const;
  const one = { ...all, params: pathParams('web3_wallet_id') } as const;

  routes.get('/v1/me/web3_wallets', { ...all, summary: 'List the current user’s wallets', bare: true, response: Type.Array(Web3Wallet) }, async (ctx) =>
    showWeb3Wallets(ctx, (await loadUser(ctx, askingUser(ctx).userId)).web3Wallets),
  );

  routes.post('/v1/me/web3_wallets', { ...all, sensitive: true, summary: 'Add a wallet', body: CreateMyWeb3WalletParams, response: Web3Wallet }, async (ctx, { body }) => {
    if (!ctx.instance.settings.attributes.web3_wallet.enabled) throw apiError('form_param_unknown', { param: 'web3_wallet' });
    const value = requireWeb3Wallet(body.web3_wallet);
    await emit(ctx, 'contact.wanted', { kind: 'web3_wallet', value });
    const contact = { value, verified: false, reserved: false, verificationId: null };
    return showWeb3Wallet(ctx, await addContact(ctx, web3Wallets, askingUser(ctx).userId, contact));
  });

  routes.get('/v1/me/web3_wallets/:web3_wallet_id', { ...one, summary: 'Get a wallet', response: Web3Wallet }, async (ctx, { params }) =>
    showWeb3Wallet(ctx, await getContact(ctx, web3Wallets, params.web3_wallet_id, askingUser(ctx).userId)),
  );

  routes.delete('/v1/me/web3_wallets/:web3_wallet_id', { ...one, sensitive: true, summary: 'Remove a wallet', response: DeletedObject }, async (ctx, { params }) => {
    const { id } = await removeContact(ctx, web3Wallets, params.web3_wallet_id, askingUser(ctx).userId);
    return { object: 'web3_wallet', id, deleted: true };
  });
}
