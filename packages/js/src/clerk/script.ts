/** Where the browser script was loaded from, and the page's nonce for it; it says so itself. Without a URL, the package was bundled with an app. */
export const script: { url: string | undefined; nonce: string } = { url: undefined, nonce: '' };

/** The script's address on a server of ours: `<Frontend API>/npm/<package>@<version>/dist/clerk.browser.js`. */
const SERVED_BY_US = /^(.*)\/npm\/@(?:foyer\/js|clerk\/clerk-js)@[^/]+\/dist\/[^/]+$/;

/**
 * The Frontend API that the script came from: at the host of the key, or on this machine. A copy on
 * somebody's CDN says nothing about where the server is.
 * @param frontendApi host in the publishable key
 */
export function serverOfScript(frontendApi: string): string | undefined {
  const base = script.url && SERVED_BY_US.exec(script.url)?.[1];
  if (!base) return undefined;
  const { host, hostname } = new URL(base);
  return host === frontendApi || isThisMachine(hostname) ? base : undefined;
}

function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
