import type { Jobs } from '../platform/jobs.ts';

/** Jobs that are accepted and never run: tests of rooms look at what was written, not at what is delivered. */
export const quietJobs = { send: async () => null } as unknown as Jobs;
