/** What a browser answers when somebody signs in with a passkey, as far as it is sent on. */
export type PasskeyCredential = Omit<PublicKeyCredential, 'response' | 'getClientExtensionResults'> & {
  response: AuthenticatorAssertionResponse;
};
