import { apiError } from '@foyer/protocol/errors';
import { CreateMyPhoneNumberParams, UpdateMyPhoneNumberParams } from '@foyer/protocol/schemas/requests/me';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { DeletedObject } from '@foyer/protocol/schemas/resources/deleted-object';
import { PhoneNumber } from '@foyer/protocol/schemas/resources/phone-number';
import Type from 'typebox';
import type { Context } from '../../platform/context.ts';
import { emit } from '../../platform/context.ts';
import { askingUser } from '../../platform/http/facts.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { requirePhoneNumber } from '../identifiers.ts';
import { addContact, getContact, loadUser, removeContact } from '../users/service.ts';
import { keepForSecondFactor, setSecondFactor } from './second-factor.ts';
import { phoneNumbers, showPhoneNumber, showPhoneNumbers } from './service.ts';

const tag = 'Phone numbers';
const params = pathParams('phone_number_id');

/** The signed-in person's phone numbers. */
export function phoneNumberRoutes(routes: FrontendRoutes): void {
  routes.get(
    '/v1/me/phone_numbers',
    { summary: 'List the current user’s phone numbers', tag, asker: 'user', bare: true, response: Type.Array(PhoneNumber) },
    async (ctx) => showPhoneNumbers(ctx, (await loadUser(ctx, askingUser(ctx).userId)).phoneNumbers),
  );

  routes.post(
    '/v1/me/phone_numbers',
    { summary: 'Add a phone number', tag, asker: 'user', sensitive: true, body: CreateMyPhoneNumberParams, response: PhoneNumber },
    async (ctx, { body }) => {
      if (!ctx.instance.settings.attributes.phone_number.enabled) throw apiError('form_param_unknown', { param: 'phone_number' });
      if (body.reserved_for_second_factor === true) requireSecondFactorEnabled(ctx);
      const value = requirePhoneNumber(body.phone_number);
      await emit(ctx, 'contact.wanted', { kind: 'phone_number', value });
      const contact = { value, verified: false, reserved: false, verificationId: null };
      const phone = await addContact(ctx, phoneNumbers, askingUser(ctx).userId, contact);
      return showPhoneNumber(ctx, body.reserved_for_second_factor === true ? await keepForSecondFactor(ctx, phone.id) : phone);
    },
  );

  routes.get(
    '/v1/me/phone_numbers/:phone_number_id',
    { summary: 'Get a phone number', tag, asker: 'user', params, response: PhoneNumber },
    async (ctx, { params }) => showPhoneNumber(ctx, await getContact(ctx, phoneNumbers, params.phone_number_id, askingUser(ctx).userId)),
  );

  routes.patch(
    '/v1/me/phone_numbers/:phone_number_id',
    {
      summary: 'Use a phone number as a second factor, or no longer',
      tag,
      asker: 'user',
      // Which of the second factors is offered first is a matter of taste.
      sensitive: (body) => body.reserved_for_second_factor !== undefined,
      params,
      body: UpdateMyPhoneNumberParams,
      response: PhoneNumber,
    },
    async (ctx, { params, body }) => {
      const { id } = await getContact(ctx, phoneNumbers, params.phone_number_id, askingUser(ctx).userId);
      if (body.reserved_for_second_factor === true) requireSecondFactorEnabled(ctx);
      return showPhoneNumber(ctx, await setSecondFactor(ctx, id, body));
    },
  );

  routes.delete(
    '/v1/me/phone_numbers/:phone_number_id',
    { summary: 'Remove a phone number', tag, asker: 'user', sensitive: true, params, response: DeletedObject },
    async (ctx, { params }) => {
      const { id } = await removeContact(ctx, phoneNumbers, params.phone_number_id, askingUser(ctx).userId);
      return { object: 'phone_number', id, deleted: true };
    },
  );
}

function requireSecondFactorEnabled(ctx: Context): void {
  if (ctx.instance.settings.attributes.phone_number.used_for_second_factor) return;
  throw apiError('form_param_value_disabled', { param: 'reserved_for_second_factor' });
}
