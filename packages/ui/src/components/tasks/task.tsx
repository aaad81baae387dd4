import type { SessionTask } from '@foyer/js/types';
import { useMemo } from 'preact/hooks';
import organization from '../../foundation/organization/organization.css' with { type: 'text' };
import profile from '../../foundation/profile/profile.css' with { type: 'text' };
import { useScope } from '../../foundation/scope.ts';
import choices from '../../foundation/styles/choices.css' with { type: 'text' };
import twoStep from '../user-profile/two-step/two-step.css' with { type: 'text' };
import { ChooseOrganization } from './choose-organization/choose-organization.tsx';
import { ResetPassword } from './reset-password.tsx';
import { SetupMfa } from './setup-mfa.tsx';
import tasks from './tasks.css' with { type: 'text' };
import { UnknownTask } from './unknown-task.tsx';

/** One thing that a session still needs. */
export function Task({ task, onDone }: { task: SessionTask; onDone: () => Promise<unknown> }) {
  const { adoptStyles } = useScope();
  useMemo(() => adoptStyles([profile, twoStep, organization, choices, tasks]), [adoptStyles]);
  switch (task.key) {
    case 'choose-organization':
      return <ChooseOrganization onDone={onDone} />;
    case 'reset-password':
      return <ResetPassword onDone={onDone} />;
    case 'setup-mfa':
      return <SetupMfa onDone={onDone} />;
    default:
      return <UnknownTask />;
  }
}
