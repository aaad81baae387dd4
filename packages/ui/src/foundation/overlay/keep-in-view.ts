import { activeElementAt } from './focus.ts';

/**
 * Keeps a modal within what an on-screen keyboard leaves of the page: a keyboard covers the page without making it
 * smaller. The style sheet reads the height and the upper edge from two custom properties.
 *
 * @returns what ends this.
 */
export function keepInView(modal: HTMLElement): (() => void) | undefined {
  const view = window.visualViewport;
  if (!view) return undefined;
  const fit = () => {
    // Who has zoomed in looks at a part of the page, which is no reason to make the modal smaller.
    const covered = view.scale === 1 && view.height < document.documentElement.clientHeight - 1;
    modal.style.setProperty('--f-view', covered ? `${view.height}px` : '');
    modal.style.setProperty('--f-top', covered ? `${view.offsetTop}px` : '');
    if (covered) activeElementAt(modal)?.scrollIntoView({ block: 'nearest' });
  };
  view.addEventListener('resize', fit);
  view.addEventListener('scroll', fit);
  return () => {
    view.removeEventListener('resize', fit);
    view.removeEventListener('scroll', fit);
  };
}
