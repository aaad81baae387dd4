// The development page: `#` routing below any URL; `window.start(scenario, name, props)` draws a component.
import type { UiHost } from '@foyer/js/types';
import { createUi } from '../src/index.ts';
import { createFakeHost } from './fake-clerk.ts';
import type { Scenario } from './fake-scenario.ts';
import { dark } from './themes.ts';

declare global {
  interface Window {
    start(scenario: Scenario & { dark?: boolean }, name: string, props?: object, how?: 'mount' | 'open'): Promise<void>;
    ui: ReturnType<typeof createUi>;
  }
}

window.start = async ({ dark: isDark, ...scenario }, name, props = {}, how = 'mount') => {
  document.body.classList.toggle('dark', Boolean(isDark));
  const host = createFakeHost({
    ...scenario,
    options: { ...scenario.options, ...(isDark && { appearance: { theme: dark } }) },
  });
  window.ui = createUi(host as unknown as UiHost);
  const node = document.getElementById('app') as HTMLElement;
  if (how === 'open') await window.ui.open(name as 'SignIn', props);
  else await window.ui.mount(name as 'SignIn', node, props);
};
