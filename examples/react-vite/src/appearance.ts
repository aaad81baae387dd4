import { useMemo, useSyncExternalStore } from 'react';

const dark = matchMedia('(prefers-color-scheme: dark)');

const DARK_VARIABLES = {
  colorBackground: '#18181f',
  colorForeground: '#f2f2f6',
  colorMutedForeground: '#a5a5b4',
  colorNeutral: '#ffffff',
  colorPrimary: '#818cf8',
  colorPrimaryForeground: '#11111a',
  colorDanger: '#f87171',
  colorInput: '#22222c',
  colorInputForeground: '#f2f2f6',
};

/** The components follow the colours of the page, and the page those of the system. */
export function useAppearance() {
  const isDark = useSyncExternalStore(subscribe, () => dark.matches);
  return useMemo(() => ({ variables: isDark ? DARK_VARIABLES : { colorPrimary: '#4f46e5' } }), [isDark]);
}

function subscribe(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}
