import type { ComponentModule } from '../../foundation/component.ts';
import { texts } from './texts.ts';
import { WaitlistView } from './waitlist.tsx';

export const component: ComponentModule = { View: WaitlistView, texts: [texts], styles: [] };
