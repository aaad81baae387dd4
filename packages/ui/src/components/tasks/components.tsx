import type { SessionTask, TaskProps } from '@foyer/js/types';
import { useState } from 'preact/hooks';
import type { ComponentModule } from '../../foundation/component.ts';
import { useScope } from '../../foundation/scope.ts';
import { texts as profileTexts } from '../user-profile/texts.ts';
import { Task } from './task.tsx';
import { texts as taskTexts } from './texts.ts';

/** A task as a component on a page of the app's own (`taskUrls`). It draws nothing unless the session waits for it. */
function Standalone({ taskKey }: { taskKey: SessionTask['key'] }) {
  const { clerk, props, redirects } = useScope<TaskProps>();
  const [task] = useState(clerk.session?.tasks?.find(({ key }) => key === taskKey));
  if (!task || !clerk.user) return null;
  const finish = async () => {
    clerk.session?.clearCache();
    await clerk.setActive({ session: clerk.session, redirectUrl: props.redirectUrlComplete ?? redirects.after('signIn') });
  };
  return <Task task={task} onDone={finish} />;
}

const moduleOf = (taskKey: SessionTask['key']): ComponentModule => ({
  View: () => <Standalone taskKey={taskKey} />,
  texts: [taskTexts, profileTexts],
  styles: [],
});

/** `<TaskChooseOrganization/>`. */
export const taskChooseOrganization = moduleOf('choose-organization');
/** `<TaskResetPassword/>`. */
export const taskResetPassword = moduleOf('reset-password');
/** `<TaskSetupMFA/>`. */
export const taskSetupMfa = moduleOf('setup-mfa');
