import { BackendDeletedObject } from '@foyer/protocol/schemas/backend/lists';
import { BackendPhoneNumber } from '@foyer/protocol/schemas/backend/phone-number';
import { CreatePhoneNumberParams, ReplacePhoneNumberParams, UpdatePhoneNumberParams } from '@foyer/protocol/schemas/requests/identifications';
import { apiError } from '@foyer/protocol/errors';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { transaction } from '../../platform/context.ts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { requirePhoneNumber } from '../identifiers.ts';
import { addContactByServer, replaceContactsByServer, updateContactByServer } from '../users/contacts-by-server.ts';
import { getContact, removeContact } from '../users/service.ts';
import { setSecondFactor } from './second-factor.ts';
import { phoneNumbers, showPhoneNumber } from './service.ts';

const tag = 'Phone numbers';
const params = pathParams('phone_number_id');
const response = BackendPhoneNumber;

/** Phone numbers, for servers. */
export function phoneNumberBackendRoutes(routes: BackendRoutes): void {
  routes.post('/v1/phone_numbers', { summary: 'Create a phone number', tag, body: CreatePhoneNumberParams, response }, (ctx, { body }) =>
    transaction(ctx, async (ctx) => {
      if (body.reserved_for_second_factor && !body.verified) throw apiError('identification_create_second_factor_unverified');
      const phone = await addContactByServer(ctx, phoneNumbers, body.user_id, { ...body, value: requirePhoneNumber(body.phone_number) });
      return showPhoneNumber(ctx, body.reserved_for_second_factor ? await setSecondFactor(ctx, phone.id, body) : phone);
    }),
  );

  routes.get('/v1/phone_numbers/:phone_number_id', { summary: 'Get a phone number', tag, params, response }, async (ctx, { params }) => {
    return showPhoneNumber(ctx, await getContact(ctx, phoneNumbers, params.phone_number_id));
  });

  routes.patch(
    '/v1/phone_numbers/:phone_number_id',
    { summary: 'Update a phone number', tag, params, body: UpdatePhoneNumberParams, response },
    (ctx, { params, body }) =>
      transaction(ctx, async (ctx) => {
        const phone = await updateContactByServer(ctx, phoneNumbers, params.phone_number_id, body);
        return showPhoneNumber(ctx, body.reserved_for_second_factor == null ? phone : await setSecondFactor(ctx, phone.id, body));
      }),
  );

  routes.delete('/v1/phone_numbers/:phone_number_id', { summary: 'Delete a phone number', tag, params, response: BackendDeletedObject }, async (ctx, { params }) => {
    const { id } = await removeContact(ctx, phoneNumbers, params.phone_number_id);
    return { object: 'phone_number', id, deleted: true };
  });

  routes.put(
    '/v1/users/:user_id/phone_number',
    { summary: 'Replace all of a user’s phone numbers', tag, params: pathParams('user_id'), body: ReplacePhoneNumberParams, response },
    async (ctx, { params, body }) => {
      const wish = { ...body, value: requirePhoneNumber(body.phone_number) };
      return showPhoneNumber(ctx, await replaceContactsByServer(ctx, phoneNumbers, params.user_id, wish));
    },
  );
}
