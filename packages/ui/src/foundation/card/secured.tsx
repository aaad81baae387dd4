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

/** An open door in a frame. */
const FoyerMark = () => (
  <svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" aria-hidden="true">
    <path d="M3 14V3.5C3 2.7 3.7 2 4.5 2h7c.8 0 1.5.7 1.5 1.5V14" />
    <path d="M6 14V5.5L10.5 4v11L6 14Z" fill="currentColor" />
  </svg>
);
