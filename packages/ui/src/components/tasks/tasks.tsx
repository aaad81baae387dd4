import type { SessionTask } from '@foyer/js/types';
import { useEffect, useState } from 'preact/hooks';
import { Card } from '../../foundation/card/card.tsx';
import { Waiting } from '../../foundation/card/waiting.tsx';
import { BackToStart } from '../../foundation/flow/back-to-start.tsx';
import { useFinish } from '../../foundation/flow/finish.ts';
import { useScope } from '../../foundation/scope.ts';
import { Task } from './task.tsx';

/** The tasks of a session one after the other, as a step of a sign-in or sign-up; then the flow goes on to its end. */
export function Tasks({ flow }: { flow: 'signIn' | 'signUp' }) {
  const { clerk, progress } = useScope();
  const { session } = clerk;
  // What is shown stays until the person is through with it, though the session may be content before.
  const [task, setTask] = useState<SessionTask>();
  const finish = useFinish(flow);

  useEffect(() => {
    if (!task && session?.currentTask) setTask(session.currentTask);
  });

  const advance = async () => {
    const next = clerk.session?.currentTask;
    if (next && next.key !== task?.key) return setTask(next);
    // The token at hand still says that something is missing.
    clerk.session?.clearCache();
    await finish(clerk.session?.id);
  };

  if (task && clerk.user) return <Task key={task.key} task={task} onDone={advance} />;
  // Between two sessions, as while one is made active, there is none.
  if (session === null || (session?.status === 'active' && !progress.finishing)) return <BackToStart />;
  return (
    <Card flow={flow} step="loading">
      <Waiting />
    </Card>
  );
}
