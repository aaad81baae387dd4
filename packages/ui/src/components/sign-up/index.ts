import type { ComponentModule } from '../../foundation/component.ts';
import { SignUpView } from './sign-up.tsx';
import { texts } from './texts.ts';

export const component: ComponentModule = { View: SignUpView, texts: [texts], styles: [] };
