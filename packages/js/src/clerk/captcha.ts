import type { ClientResource } from '../types/client.ts';
import type { EnvironmentResource } from '../types/environment.ts';
import type { SignUpCreateParams } from '../types/sign-up.ts';

/** Whether a sign-up has to show that a person is at the browser. */
export function needsCaptcha({ userSettings, displayConfig }: EnvironmentResource, client: ClientResource, { strategy }: SignUpCreateParams): boolean {
  const { captchaPublicKey, captchaPublicKeyInvisible, captchaOauthBypass } = displayConfig;
  const isTrustedProvider = captchaOauthBypass.some((trusted) => trusted === strategy);
  return Boolean(userSettings.signUp.captcha_enabled && captchaPublicKey && captchaPublicKeyInvisible && !client.captchaBypass && !isTrustedProvider);
}
