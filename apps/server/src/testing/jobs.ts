import type { Jobs } from '../platform/jobs.ts';

/** Jobs that are accepted and never run: tests of rooms look at what was written, not at what is delivered. */
export const quietJobs: Jobs = {
  work: () => undefined,
  every: () => undefined,
  send: async () => undefined,
  start: async () => undefined,
  idle: async () => undefined,
  stop: async () => undefined,
};
