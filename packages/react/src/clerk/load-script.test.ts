// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScriptedClerk, PUBLISHABLE_KEY } from '../testing/scripted-clerk.ts';
import { loadScript } from './load-script.ts';

const source = { publishableKey: PUBLISHABLE_KEY, nonce: 'once' };
const scripts = () => [...document.querySelectorAll<HTMLScriptElement>('script[data-clerk-js-script]')];

/** The page fetches nothing here: each test says itself how that ends. */
beforeEach(() => {
  vi.spyOn(HTMLHeadElement.prototype, 'append').mockImplementation(function append(this: HTMLHeadElement, ...nodes) {
    for (const node of nodes as Node[]) document.body.insertBefore(Object.assign(node, { type: 'text/plain' }), null);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  delete window.Clerk;
});

describe('loadScript', () => {
  it('adds a tag that says which instance it is for', async () => {
    const { clerk } = createScriptedClerk();
    const loading = loadScript(source);
    const [script] = scripts();
    expect(script?.src).toBe('http://localhost:4000/npm/@foyer/js@0/dist/clerk.browser.js');
    expect(script?.getAttribute('data-clerk-publishable-key')).toBe(PUBLISHABLE_KEY);
    expect(script?.getAttribute('data-clerk-proxy-url')).toBe('http://localhost:4000');
    expect(script?.getAttribute('nonce')).toBe('once');
    expect(script?.getAttribute('crossorigin')).toBe('anonymous');
    window.Clerk = clerk;
    script?.dispatchEvent(new Event('load'));
    expect(await loading).toBe(clerk);
  });

  it('asks for a trusted URL where the page demands one', async () => {
    const createPolicy = vi.fn((_name: string, rules: { createScriptURL: (url: string) => string }) => rules);
    window.trustedTypes = { createPolicy };
    for (let round = 0; round < 2; round++) {
      const loading = loadScript(source);
      scripts()[0]?.dispatchEvent(new Event('error'));
      await expect(loading).rejects.toThrow('could not be loaded');
    }
    expect(createPolicy.mock.calls).toEqual([['foyer', expect.anything()]]);
    delete window.trustedTypes;
  });

  it('uses the tag that a server put there', async () => {
    const present = document.createElement('script');
    present.setAttribute('data-clerk-js-script', 'true');
    document.body.append(present);
    const loading = loadScript(source);
    expect(scripts()).toEqual([present]);
    const { clerk } = createScriptedClerk();
    window.Clerk = clerk;
    present.dispatchEvent(new Event('load'));
    expect(await loading).toBe(clerk);
  });

  it('uses the Clerk object that is there already, but not that of another instance', async () => {
    const { clerk } = createScriptedClerk();
    window.Clerk = clerk;
    expect(await loadScript(source)).toBe(clerk);
    await expect(loadScript({ publishableKey: 'pk_test_other' })).rejects.toThrow(/reload the page/);
  });

  it('says where it looked when the script does not come, and lets one try again', async () => {
    const loading = loadScript(source);
    scripts()[0]?.dispatchEvent(new Event('error'));
    await expect(loading).rejects.toThrow('http://localhost:4000/npm/@foyer/js@0/dist/clerk.browser.js could not be loaded');
    expect(scripts()).toEqual([]);
  });
});
