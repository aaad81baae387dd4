// The sign-up of the stand-in Clerk object.
import { ApiError, checkCode, emailLinkFlow, verification, wait, type Fake } from './fake-parts.ts';

export function createFakeSignUp(fake: Fake) {
  const signUp = {
    id: 'sua_1',
    status: null as string | null,
    emailAddress: null as string | null,
    phoneNumber: null as string | null,
    firstName: null,
    lastName: null,
    username: null,
    missingFields: [] as string[],
    unverifiedFields: [] as string[],
    verifications: {},
    createdSessionId: 'sess_1',
    create: async (params: { emailAddress?: string; phoneNumber?: string }) => {
      await wait();
      if (params.emailAddress?.startsWith('taken')) {
        throw new ApiError('form_identifier_exists', 'That email address is taken. Please try another, or sign in.', 'email_address');
      }
      Object.assign(signUp, params, { status: 'missing_requirements', unverifiedFields: [params.emailAddress ? 'email_address' : 'phone_number'] });
      return signUp;
    },
    createEmailLinkFlow: emailLinkFlow(fake, (status): object => {
      signUp.status = status === 'verified' ? 'complete' : signUp.status;
      return { ...signUp, verifications: { emailAddress: verification(status) } };
    }),
    update: async () => signUp,
    prepareEmailAddressVerification: () => wait(100),
    preparePhoneNumberVerification: () => wait(100),
    attemptEmailAddressVerification: async ({ code }: { code: string }) => {
      await wait();
      checkCode(code);
      signUp.status = 'complete';
      return signUp;
    },
    authenticateWithRedirect: () => wait(2000),
    authenticateWithMetamask: async () => {
      await wait();
      return Object.assign(signUp, { status: 'missing_requirements', missingFields: ['email_address'] });
    },
  };
  return signUp;
}
