import { expect } from 'vitest';
import { newEmail, newPhoneNumber } from '../../house/people.ts';
import type { RowsOf } from './row.ts';

export const emailAddresses: RowsOf<'emailAddresses'> = {
  async createEmailAddress({ api, newUser }) {
    const { id } = await newUser();
    const emailAddress = newEmail();
    return {
      args: [{ userId: id, emailAddress, verified: true, primary: true }],
      answers: 'EmailAddress',
      async effect(created) {
        expect(created.verification?.status).toBe('verified');
        expect((await api.users.getUser(id)).primaryEmailAddress?.emailAddress).toBe(emailAddress);
      },
    };
  },
  async getEmailAddress({ newUser }) {
    const { email, emailId } = await newUser();
    return { args: [emailId], answers: 'EmailAddress', effect: (found) => expect(found.emailAddress).toBe(email) };
  },
  async updateEmailAddress({ api, newUser }) {
    const { id } = await newUser();
    const added = await api.emailAddresses.createEmailAddress({ userId: id, emailAddress: newEmail() });
    expect(added.verification?.status).not.toBe('verified');
    return {
      args: [added.id, { verified: true, primary: true }],
      answers: 'EmailAddress',
      async effect() {
        expect((await api.emailAddresses.getEmailAddress(added.id)).verification?.status).toBe('verified');
        expect((await api.users.getUser(id)).primaryEmailAddressId).toBe(added.id);
      },
    };
  },
  async deleteEmailAddress({ api, newUser }) {
    const { id, emailId } = await newUser();
    const added = await api.emailAddresses.createEmailAddress({ userId: id, emailAddress: newEmail(), verified: true });
    return {
      args: [added.id],
      answers: 'DeletedObject',
      async effect(answer) {
        expect(answer).toMatchObject({ id: added.id, deleted: true });
        expect((await api.users.getUser(id)).emailAddresses.map((address) => address.id)).toEqual([emailId]);
      },
    };
  },
};

export const phoneNumbers: RowsOf<'phoneNumbers'> = {
  async createPhoneNumber({ api, newUser }) {
    const { id } = await newUser();
    const phoneNumber = newPhoneNumber();
    return {
      args: [{ userId: id, phoneNumber, verified: true, primary: true }],
      answers: 'PhoneNumber',
      async effect(created) {
        expect(created.verification?.status).toBe('verified');
        expect((await api.users.getUser(id)).primaryPhoneNumber?.phoneNumber).toBe(phoneNumber);
      },
    };
  },
  async getPhoneNumber({ newUser }) {
    const { phone, phoneId } = await newUser();
    return { args: [phoneId], answers: 'PhoneNumber', effect: (found) => expect(found.phoneNumber).toBe(phone) };
  },
  async updatePhoneNumber({ api, newUser }) {
    const { phoneId } = await newUser();
    return {
      args: [phoneId, { reservedForSecondFactor: true }],
      answers: 'PhoneNumber',
      effect: async () => expect((await api.phoneNumbers.getPhoneNumber(phoneId)).reservedForSecondFactor).toBe(true),
    };
  },
  async deletePhoneNumber({ api, newUser }) {
    const { id, phoneId } = await newUser();
    const added = await api.phoneNumbers.createPhoneNumber({ userId: id, phoneNumber: newPhoneNumber(), verified: true });
    return {
      args: [added.id],
      answers: 'DeletedObject',
      effect: async () => expect((await api.users.getUser(id)).phoneNumbers.map((number) => number.id)).toEqual([phoneId]),
    };
  },
};
