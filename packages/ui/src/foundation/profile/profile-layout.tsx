import type { CustomPage } from '@foyer/js/types';
import type { ComponentChildren, ComponentType } from 'preact';
import { Secured } from '../card/secured.tsx';
import { Icon, type IconName } from '../controls/icon.tsx';
import { Mounted } from '../flow/mounted.tsx';
import { useScope } from '../scope.ts';

/** A page of a profile: ours, or one (or a link) that the app added. */
export interface ProfilePage {
  id: string;
  /** Path below the profile; the first page is shown at the profile's own. */
  path: string;
  label: string;
  /** Heading of the page; the label unless given. */
  title?: string;
  icon: IconName | { mount: CustomPage['mountIcon']; unmount: CustomPage['unmountIcon'] };
  content: ComponentType | { href: string } | Pick<CustomPage, 'mount' | 'unmount'>;
}

/**
 * Puts the app's pages and links after ours; an entry that only names one of ours by its label moves it there.
 * A link cannot come first.
 */
export function orderPages(own: readonly ProfilePage[], custom: readonly CustomPage[]): ProfilePage[] {
  const pages: ProfilePage[] = [];
  for (const entry of custom) {
    const moved = own.find(page => page.id === entry.label && !entry.mount && !entry.mountIcon);
    if (moved) pages.push(moved);
    else if (entry.url !== undefined) pages.push(customPage(entry, entry.url));
  }
  pages.unshift(...own.filter(page => !pages.includes(page)));
  const first = pages.findIndex(page => !('href' in page.content));
  if (first > 0) pages.unshift(...pages.splice(first, 1));
  return pages;
}

function customPage(entry: CustomPage, url: string): ProfilePage {
  const path = url.replace(/^\/+|\/+$/g, '');
  return {
    id: path,
    path,
    label: entry.label,
    icon: { mount: entry.mountIcon, unmount: entry.unmountIcon },
    content: entry.mount ? { mount: entry.mount, unmount: entry.unmount } : { href: url },
  };
}

/** The frame of a profile: who or what it is about, the navigation, and the page in view. */
export function ProfileLayout({ title, description, pages }: { title: string; description: string; pages: readonly ProfilePage[] }) {
  const { cl, router, clerk } = useScope();
  const [first] = pages;
  const current = pages.find(page => page.path === router.path && page.path !== '') ?? first;

  const open = (page: ProfilePage) => {
    if ('href' in page.content) return clerk.navigate(page.content.href);
    return router.go(page === first ? '' : page.path);
  };

  return (
    <div class={`${cl('cardBox')} f-profile`}>
      <div class="f-profileGrid">
        <nav class={cl('navbar')} aria-label={title}>
          <div class="f-navTitle">
            <h1 tabIndex={-1}>{title}</h1>
            <p>{description}</p>
          </div>
          <div class={cl('navbarButtons')}>
            {pages.map(page => (
              <button
                key={page.id}
                type="button"
                class={cl('navbarButton', `navbarButton__${page.id}`, { active: page === current })}
                aria-current={page === current ? 'page' : undefined}
                onClick={() => open(page)}
              >
                {typeof page.icon === 'string' ? (
                  <Icon name={page.icon} class={cl('navbarButtonIcon', `navbarButtonIcon__${page.id}`)} />
                ) : (
                  <Mounted {...page.icon} class={cl('navbarButtonIcon', `navbarButtonIcon__${page.id}`)} />
                )}
                <span class={cl('navbarButtonText', `navbarButtonText__${page.id}`)}>{page.label}</span>
              </button>
            ))}
          </div>
          <div class={`${cl('footer')} f-navFoot`}>
            <Secured />
          </div>
        </nav>
        <div class={cl('scrollBox')}>
          <div class={cl('pageScrollBox')}>{current && <PageContent key={current.id} page={current} />}</div>
        </div>
      </div>
    </div>
  );
}

function PageContent({ page }: { page: ProfilePage }): ComponentChildren {
  const { cl } = useScope();
  const { content } = page;
  if (typeof content === 'function') {
    const Content = content;
    return (
      <div class={cl('page', 'profilePage', `profilePage__${page.id}`)}>
        <h2 class={`${cl('header', 'headerTitle')} f-pageTitle`}>{page.title ?? page.label}</h2>
        <Content />
      </div>
    );
  }
  return 'href' in content ? null : (
    <div class={cl('page')}>
      <Mounted mount={content.mount} unmount={content.unmount} />
    </div>
  );
}
