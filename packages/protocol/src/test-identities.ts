/**
 * Identities for tests: they receive no message, and one fixed code verifies them. On by default in development
 * instances. Source: testing/test-emails-and-phones.
 */

/** The code that verifies every test identity. */
export const TEST_CODE = '424242';

/** `jane+clerk_test@example.com`, also with more text after the marker. */
const TEST_EMAIL = /\+clerk_test[^@]*@/i;
/** `+1 (XXX) 555-0100` to `555-0199`, in E.164 form. */
const TEST_PHONE = /^\+1\d{3}55501\d{2}$/;

export function isTestEmailAddress(emailAddress: string): boolean {
  return TEST_EMAIL.test(emailAddress);
}

/** @param phoneNumber in E.164 form or written with spaces, dashes and brackets */
export function isTestPhoneNumber(phoneNumber: string): boolean {
  return TEST_PHONE.test(phoneNumber.replaceAll(/[\s()-]/g, ''));
}
