import type { ComponentModule } from '../../foundation/component.ts';
import { SignInView } from './sign-in.tsx';
import { texts } from './texts.ts';

export const component: ComponentModule = { View: SignInView, texts: [texts], styles: [] };
