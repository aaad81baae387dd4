/** The development inbox, read as a person would look something up in it. */
import { setTimeout as sleep } from 'node:timers/promises';

interface Message {
  code: string | null;
  link: string | null;
}

const PATIENCE_MS = 30_000;

/**
 * The code in the newest message to somebody. It is there as soon as the server has sent it, and so takes
 * a code: whoever waits for it cannot be too early.
 * @param bases where the Frontend APIs are whose instances may have sent it, without `/v1`
 * @param to an email address or phone number that is not a test identity's: those receive nothing
 * @param after a code that was sent before and is not meant
 */
export function codeSentTo(bases: string | string[], to: string, { after }: { after?: string } = {}): Promise<string> {
  return find(bases, to, ({ code }) => code, after);
}

/** The link in the newest message to somebody, as {@link codeSentTo}. */
export function linkSentTo(bases: string | string[], to: string): Promise<string> {
  return find(bases, to, ({ link }) => link);
}

async function find(bases: string | string[], to: string, wanted: (message: Message) => string | null, after?: string): Promise<string> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(100)) {
    const lists = await Promise.all([bases].flat().map((base) => messagesTo(base, to)));
    const found = lists.flat().map(wanted).find((value) => value !== null);
    if (found && found !== after) return found;
  }
  throw new Error(`No message with what was wanted came to ${to} within ${PATIENCE_MS / 1_000} seconds.`);
}

/** Newest first. */
async function messagesTo(base: string, to: string): Promise<Message[]> {
  const response = await fetch(`${base}/inbox/messages?${new URLSearchParams({ to })}`);
  if (!response.ok) throw new Error(`The inbox of ${base} answered ${response.status}.`);
  return ((await response.json()) as { data: Message[] }).data;
}
