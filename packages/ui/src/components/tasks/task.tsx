import type { SessionTask } from '@foyer/js/types';
import { useMemo } from 'preact/hooks';
import profile from '../../foundation/profile/profile.css' with { type: 'text' };
import { useScope } from '../../foundation/scope.ts';
import twoStep from '../user-profile/two-step/two-step.css' with { type: 'text' };
import { ResetPassword } from './reset-password.tsx';
import { SetupMfa } from './setup-mfa.tsx';
import tasks from './tasks.css' with { type: 'text' };
import { UnknownTask } from './unknown-task.tsx';

/** One thing that a session still needs. */
export function Task({ task, onDone }: { task: SessionTask; onDone: () => Promise<unknown> }) {
  const { adoptStyles } = useScope();
  useMemo(() => adoptStyles([profile, twoStep, tasks]), [adoptStyles]);
  switch (task.key) {
    case 'reset-password':
      return <ResetPassword onDone={onDone} />;
    case 'setup-mfa':
      return <SetupMfa onDone={onDone} />;
    default:
      return <UnknownTask />;
  }
}
