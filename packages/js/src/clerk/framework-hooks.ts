/** Hooks by which frameworks (Next.js, say) refresh what they rendered on the server for somebody else. */

declare global {
  interface Window {
    __unstable__onBeforeSetActive?: (intent?: 'sign-out') => void | Promise<void>;
    __unstable__onAfterSetActive?: (intent?: 'sign-out') => void | Promise<void>;
  }
}

export async function beforeSetActive(intent?: 'sign-out'): Promise<void> {
  await window.__unstable__onBeforeSetActive?.(intent);
}

export async function afterSetActive(): Promise<void> {
  await window.__unstable__onAfterSetActive?.();
}
