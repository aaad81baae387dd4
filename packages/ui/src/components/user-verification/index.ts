import type { ComponentModule } from '../../foundation/component.ts';
import { texts } from './texts.ts';
import { UserVerificationView } from './user-verification.tsx';

export const component: ComponentModule = { View: UserVerificationView, texts: [texts], styles: [] };
