import type { ComponentModule } from '../../foundation/component.ts';
import { SignUpView } from './sign-up.tsx';
import { texts as passwordTexts } from '../../foundation/localization/password-texts.ts';
import { texts } from './texts.ts';

export const component: ComponentModule = { View: SignUpView, texts: [texts, passwordTexts], styles: [] };
