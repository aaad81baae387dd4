import type { ComponentModule } from '../../foundation/component.ts';
import { AccountSwitcherView } from './account-switcher.tsx';
import { texts } from './texts.ts';

export const component: ComponentModule = { View: AccountSwitcherView, texts: [texts], styles: [] };
