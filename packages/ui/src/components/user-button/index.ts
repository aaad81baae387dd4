import type { ComponentModule } from '../../foundation/component.ts';
import menu from '../../foundation/styles/menu.css' with { type: 'text' };
import { texts } from './texts.ts';
import styles from './user-button.css' with { type: 'text' };
import { UserButtonView } from './user-button.tsx';

export const component: ComponentModule = { View: UserButtonView, texts: [texts], styles: [menu, styles] };
