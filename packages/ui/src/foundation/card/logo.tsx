import { useScope } from '../scope.ts';

/** The application's logo, linking to its home; its initial on a coloured tile where it has no logo. */
export function Logo() {
  const { cl, appearance, environment } = useScope();
  const { applicationName, homeUrl, logoImageUrl } = environment.displayConfig;
  const image = appearance.layout.logoImageUrl || logoImageUrl;
  const link = appearance.layout.logoLinkUrl || homeUrl;
  const content = image ? (
    <img class={cl('logoImage')} src={image} alt={applicationName} />
  ) : (
    <span class="f-monogram" aria-hidden="true">
      {applicationName.slice(0, 1).toUpperCase()}
    </span>
  );
  return link ? (
    <a class={cl('logoBox')} href={link} aria-label={applicationName}>
      {content}
    </a>
  ) : (
    <span class={cl('logoBox')}>{content}</span>
  );
}
