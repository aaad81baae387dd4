import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';

interface Message {
  id: string;
  code: string | null;
}

const PATIENCE_MS = 20_000;

/**
 * The code in the newest message to an address, read where a developer would read it.
 * @param after a code that was sent before and is not meant
 */
export async function codeSentTo(email: string, { after }: { after?: string } = {}): Promise<string> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const code = (await messagesTo(email)).find((message) => message.code !== null)?.code;
    if (code && code !== after) return code;
    if (Date.now() > deadline) throw new Error(`No code was sent to ${email} within ${PATIENCE_MS / 1_000} seconds.`);
    await sleep(100);
  }
}

/** Newest first. The inbox of every instance of the tests is looked into. */
async function messagesTo(email: string): Promise<Message[]> {
  const { foyerUrl } = inject('house');
  const lists = await Promise.all([foyerUrl, `${foyerUrl}/i/codes`].map(async (base) => {
    const response = await fetch(`${base}/inbox/messages?to=${encodeURIComponent(email)}`);
    const { data } = (await response.json()) as { data: Message[] };
    return data;
  }));
  return lists.flat();
}
