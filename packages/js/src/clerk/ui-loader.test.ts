// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { script } from './script.ts';

const url = 'https://clerk.example.com/npm/@foyer/js@1/dist/ui/index.js?v=abc';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
  document.head.replaceChildren();
  script.nonce = '';
});

async function prefetch() {
  const { UiLoader } = await import('./ui-loader.ts');
  const fail = () => { throw new Error('Nothing is to be drawn yet.'); };
  new UiLoader(() => url, fail).prefetch();
  return [...document.head.querySelectorAll('link')];
}

describe('prefetching the components', () => {
  it('names the files that the build knows, for when the browser has time', async () => {
    vi.stubGlobal('__FOYER_UI_MODULES__', ['draw-ABCDEFGH.js']);
    const links = await prefetch();
    expect(links.map((link) => [link.rel, link.href, link.fetchPriority])).toEqual([
      ['modulepreload', url, 'low'],
      ['modulepreload', 'https://clerk.example.com/npm/@foyer/js@1/dist/ui/draw-ABCDEFGH.js', 'low'],
    ]);
  });

  it('does nothing in an app that bundled the package', async () => {
    expect(await prefetch()).toEqual([]);
  });
});
