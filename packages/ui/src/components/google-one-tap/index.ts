import type { ComponentModule } from '../../foundation/component.ts';
import { GoogleOneTapView } from './google-one-tap.ts';

export const component: ComponentModule = { View: GoogleOneTapView, texts: [], styles: [], bare: true };
