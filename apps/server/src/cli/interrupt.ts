/** Why work ended that a person stopped. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Lets work that takes long end in order: Ctrl-C asks it to, a second one ends the program at once.
 *
 * @param message what the person is told, who may want to go on later
 * @param work gets a signal that it looks at between two steps; its reason is an {@link Interrupted}
 */
export async function interruptible<Result>(message: string, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const stop = () => {
    release();
    controller.abort(new Interrupted(message));
  };
  const release = () => SIGNALS.forEach((signal) => process.off(signal, stop));
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await work(controller.signal);
  } finally {
    release();
  }
}
