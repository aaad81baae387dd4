import type { Theme } from '@foyer/js/types';
import type { Scope } from '../scope.ts';

/** Shown when somebody closed the dialog: what they wanted to do was not done. */
class ReverificationCancelled extends Error {
  readonly errors = [{ code: 'foyer_reverification_cancelled', message: this.message }];
}

/** Asks a signed-in person to prove again who they are. @throws when they do not */
export function reverify({ clerk, props }: Scope): Promise<void> {
  return new Promise((resolve, reject) => {
    clerk.__internal_openReverification({
      appearance: (props as { appearance?: Theme }).appearance,
      afterVerification: resolve,
      afterVerificationCancelled: () => reject(new ReverificationCancelled('Nothing was changed: please confirm that it is you first.')),
    });
  });
}
