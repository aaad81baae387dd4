import type { WaitlistResource } from '../types/clerk.ts';
import { toDate } from './base.ts';

interface WaitlistJSON {
  id: string;
  created_at: number | null;
  updated_at: number | null;
}

/** Somebody's place in the line. Docs: reference/javascript/clerk#join-waitlist. */
export function parseWaitlist(json: unknown): WaitlistResource {
  const { id, created_at, updated_at } = json as WaitlistJSON;
  return { id, createdAt: toDate(created_at), updatedAt: toDate(updated_at) };
}
