import type { ComponentModule } from '../../foundation/component.ts';
import styles from './impersonation.css' with { type: 'text' };
import { ImpersonationNotice } from './notice.tsx';
import { texts } from './texts.ts';

export const component: ComponentModule = { View: ImpersonationNotice, texts: [texts], styles: [styles] };
