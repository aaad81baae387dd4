import type { ComponentModule } from '../../foundation/component.ts';
import menu from '../../foundation/styles/menu.css' with { type: 'text' };
import profile from '../../foundation/profile/profile.css' with { type: 'text' };
import { texts as passwordTexts } from '../../foundation/localization/password-texts.ts';
import { texts } from './texts.ts';
import twoStep from './two-step/two-step.css' with { type: 'text' };
import { UserProfileView } from './user-profile.tsx';

export const component: ComponentModule = { View: UserProfileView, texts: [texts, passwordTexts], styles: [menu, profile, twoStep] };
