import { apiError } from '@foyer/protocol/errors';
import { CreateMyEmailAddressParams } from '@foyer/protocol/schemas/requests/me';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { DeletedObject } from '@foyer/protocol/schemas/resources/deleted-object';
import { EmailAddress } from '@foyer/protocol/schemas/resources/email-address';
import Type from 'typebox';
import { emit } from '../../platform/context.ts';
import { askingUser } from '../../platform/http/facts.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { requireEmailAddress } from '../identifiers.ts';
import { addContact, getContact, loadUser, removeContact } from '../users/service.ts';
import { emailAddresses, isMailboxTaken, mailboxTaken, showEmailAddress, showEmailAddresses } from './service.ts';

const tag = 'Email addresses';
const params = pathParams('email_id');

/** The signed-in person's email addresses. */
export function emailAddressRoutes(routes: FrontendRoutes): void {
  routes.get(
    '/v1/me/email_addresses',
    { summary: 'List the current user’s email addresses', tag, asker: 'user', bare: true, response: Type.Array(EmailAddress) },
    async (ctx) => showEmailAddresses(ctx, (await loadUser(ctx, askingUser(ctx).userId)).emailAddresses),
  );

  routes.post(
    '/v1/me/email_addresses',
    { summary: 'Add an email address', tag, asker: 'user', sensitive: true, body: CreateMyEmailAddressParams, response: EmailAddress },
    async (ctx, { body }) => {
      if (!ctx.instance.settings.attributes.email_address.enabled) throw apiError('form_param_unknown', { param: 'email_address' });
      const value = requireEmailAddress(body.email_address);
      await emit(ctx, 'contact.wanted', { kind: 'email_address', value });
      if (await isMailboxTaken(ctx, value)) throw mailboxTaken();
      const contact = { value, verified: false, reserved: false, verificationId: null };
      return showEmailAddress(ctx, await addContact(ctx, emailAddresses, askingUser(ctx).userId, contact));
    },
  );

  routes.get(
    '/v1/me/email_addresses/:email_id',
    { summary: 'Get an email address', tag, asker: 'user', params, response: EmailAddress },
    async (ctx, { params }) => showEmailAddress(ctx, await getContact(ctx, emailAddresses, params.email_id, askingUser(ctx).userId)),
  );

  routes.delete(
    '/v1/me/email_addresses/:email_id',
    { summary: 'Remove an email address', tag, asker: 'user', sensitive: true, params, response: DeletedObject },
    async (ctx, { params }) => {
      const { id } = await removeContact(ctx, emailAddresses, params.email_id, askingUser(ctx).userId);
      return { object: 'email_address', id, deleted: true };
    },
  );
}
