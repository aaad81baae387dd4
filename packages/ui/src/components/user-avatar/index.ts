import type { ComponentModule } from '../../foundation/component.ts';
import { UserAvatarView } from './user-avatar.tsx';

export const component: ComponentModule = { View: UserAvatarView, texts: [], styles: [] };
