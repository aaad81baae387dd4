import { useScope } from '../scope.ts';

/** The last lines of a card: branding and help pages, then the notice that this is a development instance. */
export function Secured() {
  const { cl, text, appearance, clerk, environment } = useScope();
  const { layout } = appearance;
  const { branded, showDevModeWarning } = environment.displayConfig;
  const development =
    showDevModeWarning && clerk.instanceType === 'development' && !layout.unsafe_disableDevelopmentModeWarnings;
  const pages = [
    { id: 'help', href: layout.helpPageUrl, label: text('footerPageLink__help') },
    { id: 'privacy', href: layout.privacyPageUrl, label: text('footerPageLink__privacy') },
    { id: 'terms', href: layout.termsPageUrl, label: text('footerPageLink__terms') },
  ].filter(page => page.href);

  return (
    <>
      {(branded || pages.length > 0) && (
        <div class={cl('footerItem')}>
          {branded && (
            <span class="f-secured">
              {text('foyer.securedBy')} <FoyerMark /> <b>Foyer</b>
            </span>
          )}
          {pages.length > 0 && (
            <span class={cl('footerPages')}>
              {pages.map(page => (
                <a key={page.id} class={cl('footerPagesLink', `footerPagesLink__${page.id}`)} href={page.href} target="_blank" rel="noopener">
                  {page.label}
                </a>
              ))}
            </span>
          )}
        </div>
      )}
      {development && <p class="f-devmode">{text('foyer.developmentMode')}</p>}
    </>
  );
}

/** An archway with its door ajar. */
const FoyerMark = () => (
  <svg viewBox="0 0 16 16" width="13" height="13" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">
    <path d="M2.5 15V7a5.5 5.5 0 0 1 11 0v8" />
    <path d="M6 15V6.5L10.5 8.5V15" fill="currentColor" stroke="none" />
  </svg>
);
