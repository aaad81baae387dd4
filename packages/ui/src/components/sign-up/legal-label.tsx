import { useScope } from '../../foundation/scope.ts';

/** “I agree to the Terms of Service and the Privacy Policy”, with links to those the instance (or the layout) names. */
export function LegalLabel() {
  const { text, environment, appearance } = useScope();
  const terms = appearance.layout.termsPageUrl || environment.displayConfig.termsUrl;
  const privacy = appearance.layout.privacyPageUrl || environment.displayConfig.privacyPolicyUrl;
  const key =
    terms && privacy
      ? 'signUp.legalConsent.checkbox.label__termsOfServiceAndPrivacyPolicy'
      : privacy
        ? 'signUp.legalConsent.checkbox.label__onlyPrivacyPolicy'
        : 'signUp.legalConsent.checkbox.label__onlyTermsOfService';
  return (
    <>
      {text.parts(key, { termsOfServiceLink: terms || '', privacyPolicyLink: privacy }).map(part =>
        typeof part === 'string' || !part.href ? (
          typeof part === 'string' ? part : part.link
        ) : (
          <a key={part.href} href={part.href} target="_blank" rel="noopener">
            {part.link}
          </a>
        ),
      )}
    </>
  );
}
