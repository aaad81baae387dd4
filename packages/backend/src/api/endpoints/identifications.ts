import type { DeletedObject, EmailAddress, PhoneNumber } from '../../resources/index.ts';
import { path } from '../path.ts';
import type { RequestFunction } from '../request.ts';

export interface UpdateEmailAddressParams {
  verified?: boolean;
  primary?: boolean;
}
export interface CreateEmailAddressParams extends UpdateEmailAddressParams {
  userId: string;
  emailAddress: string;
}

/** `clerkClient.emailAddresses` (docs: reference/backend/email-addresses). */
export const emailAddressesApi = (request: RequestFunction) => ({
  getEmailAddress: (emailAddressId: string) =>
    request<EmailAddress>({ method: 'GET', path: path`/email_addresses/${emailAddressId}` }),
  createEmailAddress: (params: CreateEmailAddressParams) =>
    request<EmailAddress>({ method: 'POST', path: '/email_addresses', body: params }),
  updateEmailAddress: (emailAddressId: string, params: UpdateEmailAddressParams = {}) =>
    request<EmailAddress>({ method: 'PATCH', path: path`/email_addresses/${emailAddressId}`, body: params }),
  deleteEmailAddress: (emailAddressId: string) =>
    request<DeletedObject>({ method: 'DELETE', path: path`/email_addresses/${emailAddressId}` }),
});

export interface UpdatePhoneNumberParams {
  verified?: boolean;
  primary?: boolean;
  reservedForSecondFactor?: boolean;
}
export interface CreatePhoneNumberParams extends UpdatePhoneNumberParams {
  userId: string;
  /** E.164. */
  phoneNumber: string;
}

/** `clerkClient.phoneNumbers` (docs: reference/backend/phone-numbers). */
export const phoneNumbersApi = (request: RequestFunction) => ({
  getPhoneNumber: (phoneNumberId: string) =>
    request<PhoneNumber>({ method: 'GET', path: path`/phone_numbers/${phoneNumberId}` }),
  createPhoneNumber: (params: CreatePhoneNumberParams) =>
    request<PhoneNumber>({ method: 'POST', path: '/phone_numbers', body: params }),
  updatePhoneNumber: (phoneNumberId: string, params: UpdatePhoneNumberParams = {}) =>
    request<PhoneNumber>({ method: 'PATCH', path: path`/phone_numbers/${phoneNumberId}`, body: params }),
  deletePhoneNumber: (phoneNumberId: string) =>
    request<DeletedObject>({ method: 'DELETE', path: path`/phone_numbers/${phoneNumberId}` }),
});
