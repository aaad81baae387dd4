/** The answer by which a route asks the browser to have its user verify again; `useReverification()` understands it. */
import type { ReverificationConfig } from '@foyer/protocol/authorization';

/** The body of that answer, for server actions and the like. */
export function reverificationError<Config extends ReverificationConfig | undefined>(reverification?: Config) {
  return {
    clerk_error: {
      type: 'forbidden',
      reason: 'reverification-error',
      metadata: { reverification: reverification as Config },
    },
  } as const;
}

/** The answer itself: 403 with that body. */
export function reverificationErrorResponse(reverification?: ReverificationConfig): Response {
  return Response.json(reverificationError(reverification), { status: 403 });
}
