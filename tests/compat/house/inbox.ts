import { setTimeout as sleep } from 'node:timers/promises';

const TIMEOUT_MS = 10_000;

/** The code in the newest message to an address, as a person would look it up in the inbox. */
export async function codeFor(url: string, to: string): Promise<string> {
  for (const deadline = Date.now() + TIMEOUT_MS; Date.now() < deadline; await sleep(100)) {
    const response = await fetch(`${url}/inbox/messages?${new URLSearchParams({ to })}`);
    const { data } = (await response.json()) as { data: { code: string | null }[] };
    const code = data[0]?.code;
    if (code) return code;
  }
  throw new Error(`No message with a code came to ${to}.`);
}
