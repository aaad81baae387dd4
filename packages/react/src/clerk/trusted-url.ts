/** Pages whose policy demands Trusted Types take URLs of scripts only from a named policy; ours is `foyer`. */

interface Policy {
  createScriptURL: (url: string) => string;
}

declare global {
  interface Window {
    trustedTypes?: { createPolicy: (name: string, rules: Policy) => Policy };
  }
}

// A page may forbid to make a policy of the same name twice.
let policy: Policy | undefined;

/** The URL in the form in which this page lets a script have it. */
export function trustedScriptUrl(url: string): string {
  if (!window.trustedTypes) return url;
  policy ??= window.trustedTypes.createPolicy('foyer', { createScriptURL: (known) => known });
  return policy.createScriptURL(url);
}
