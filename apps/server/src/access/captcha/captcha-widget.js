/*
 * Bot protection without anybody else: the browser shows by work that it means it. Speaks the interface of Cloudflare
 * Turnstile's script (developers.cloudflare.com/turnstile/get-started/client-side-rendering), so that clients which only
 * know that one work unchanged; a real one that the page uses for itself goes on working. Proof of work: altcha.org, v2.
 */
(() => {
  const SITE_KEY = 'proof-of-work';
  const base = document.currentScript.src.replace(/\/widget\.js.*/, '');
  const other = window.turnstile;
  /** Options and proof of each widget, by its id. */
  const widgets = new Map();
  let count = 0;

  const fromHex = (text) => Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));
  const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

  /** The key for one counter: PBKDF2 over the nonce and the counter as 32 bits, the most significant first. */
  async function derive({ nonce, salt, cost, keyLength }, counter) {
    const password = new Uint8Array([...fromHex(nonce), counter >>> 24, counter >>> 16, counter >>> 8, counter]);
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
    const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(salt), iterations: cost }, key, keyLength * 8);
    return toHex(new Uint8Array(bits));
  }

  /** Looks for a key that begins as asked, on as many threads as are left beside the page. */
  async function solve(parameters) {
    const lanes = Math.max(1, Math.min(4, (navigator.hardwareConcurrency || 2) - 1));
    let solution = null;
    const look = async (lane) => {
      for (let counter = lane; !solution; counter += lanes) {
        const derivedKey = await derive(parameters, counter);
        if (derivedKey.startsWith(parameters.keyPrefix)) solution = { counter, derivedKey };
      }
    };
    await Promise.all(Array.from({ length: lanes }, (_, lane) => look(lane)));
    return solution;
  }

  async function run(id, options) {
    const widget = { options, token: undefined };
    widgets.set(id, widget);
    try {
      const response = await fetch(`${base}/challenge`);
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      const challenge = await response.json();
      const token = btoa(JSON.stringify({ challenge, solution: await solve(challenge.parameters) }));
      // It may have been removed or begun again meanwhile.
      if (widgets.get(id) !== widget) return;
      widget.token = token;
      options.callback?.(token);
    } catch (error) {
      console.error('The security check failed.', error);
      if (widgets.get(id) === widget) options['error-callback']?.('300');
    }
  }

  window.turnstile = {
    ready: (callback) => callback(),
    render(container, options) {
      if (options.sitekey !== SITE_KEY && other) return other.render(container, options);
      const id = `foyer-${++count}`;
      void run(id, options);
      return id;
    },
    execute: (...args) => other?.execute(...args),
    reset(id) {
      const widget = widgets.get(id);
      if (widget) void run(id, widget.options);
      else other?.reset(id);
    },
    remove: (id) => void (widgets.delete(id) || other?.remove(id)),
    getResponse: (id) => (widgets.has(id) ? widgets.get(id).token : other?.getResponse(id)),
    isExpired: (id) => (widgets.has(id) ? false : (other?.isExpired(id) ?? true)),
  };
})();
