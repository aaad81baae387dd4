import { BackendEmailAddress } from '@foyer/protocol/schemas/backend/email-address';
import { BackendDeletedObject } from '@foyer/protocol/schemas/backend/lists';
import { CreateEmailAddressParams, ReplaceEmailAddressParams, UpdateEmailAddressParams } from '@foyer/protocol/schemas/requests/identifications';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { requireEmailAddress } from '../identifiers.ts';
import { addContactByServer, replaceContactsByServer, updateContactByServer } from '../users/contacts-by-server.ts';
import { getContact, removeContact } from '../users/service.ts';
import { emailAddresses, showEmailAddress } from './service.ts';

const tag = 'Email addresses';
const params = pathParams('email_address_id');
const response = BackendEmailAddress;

/** Email addresses, for servers. */
export function emailAddressBackendRoutes(routes: BackendRoutes): void {
  routes.post('/v1/email_addresses', { summary: 'Create an email address', tag, body: CreateEmailAddressParams, response }, async (ctx, { body }) => {
    const wish = { ...body, value: requireEmailAddress(body.email_address) };
    return showEmailAddress(ctx, await addContactByServer(ctx, emailAddresses, body.user_id, wish));
  });

  routes.get('/v1/email_addresses/:email_address_id', { summary: 'Get an email address', tag, params, response }, async (ctx, { params }) => {
    return showEmailAddress(ctx, await getContact(ctx, emailAddresses, params.email_address_id));
  });

  routes.patch(
    '/v1/email_addresses/:email_address_id',
    { summary: 'Update an email address', tag, params, body: UpdateEmailAddressParams, response },
    async (ctx, { params, body }) => showEmailAddress(ctx, await updateContactByServer(ctx, emailAddresses, params.email_address_id, body)),
  );

  routes.delete(
    '/v1/email_addresses/:email_address_id',
    { summary: 'Delete an email address', tag, params, response: BackendDeletedObject },
    async (ctx, { params }) => {
      const { id } = await removeContact(ctx, emailAddresses, params.email_address_id);
      return { object: 'email_address', id, deleted: true };
    },
  );

  routes.put(
    '/v1/users/:user_id/email_address',
    { summary: 'Replace all of a user’s email addresses', tag, params: pathParams('user_id'), body: ReplaceEmailAddressParams, response },
    async (ctx, { params, body }) => {
      const wish = { ...body, value: requireEmailAddress(body.email_address) };
      return showEmailAddress(ctx, await replaceContactsByServer(ctx, emailAddresses, params.user_id, wish));
    },
  );
}
