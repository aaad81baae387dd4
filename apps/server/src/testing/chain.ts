import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { randomBytes } from 'node:crypto';
import { checksummed } from '../people/web3-wallets/signature.ts';

const MAGIC = '0x1626ba7e';

/** A contract that is a wallet: it takes for its signature what its owner wrote down for a digest. */
export class ContractWallet {
  readonly address = checksummed(`0x${randomBytes(20).toString('hex')}`);
  readonly signed = new Map<string, string>();
}

/** A node of a chain with contract wallets on it, which speaks JSON-RPC over HTTP. */
export class FakeChain {
  readonly #server: Server;
  readonly wallets: ContractWallet[] = [];
  /** What was asked of it, as parsed JSON. */
  readonly calls: { method: string; params: [{ to: string; data: string }, string] }[] = [];
  /** What it answers instead of an answer. */
  broken: unknown;

  constructor() {
    this.#server = createServer(async (request, response) => {
      const call = JSON.parse(await text(request));
      this.calls.push(call);
      const answer = this.broken ?? this.#answer(call.params[0]);
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ jsonrpc: '2.0', id: call.id, ...(answer as object) }));
    });
  }

  /** @returns its address */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer({ to, data }: { to: string; data: string }): object {
    const wallet = this.wallets.find(({ address }) => address.toLowerCase() === to);
    // Where no contract is, nothing is answered.
    if (!wallet) return { result: '0x' };
    const [, selector, digest = '', offset = '', length = '', rest = ''] = /^(0x[0-9a-f]{8})([0-9a-f]{64})([0-9a-f]{64})([0-9a-f]{64})([0-9a-f]*)$/.exec(data) ?? [];
    const wellFormed = selector === MAGIC && parseInt(offset, 16) === 64 && rest.length % 64 === 0;
    if (!wellFormed) return { error: { code: 3, message: 'execution reverted: malformed' } };
    const valid = wallet.signed.get(digest) === rest.slice(0, parseInt(length, 16) * 2);
    return valid ? { result: MAGIC.padEnd(66, '0') } : { error: { code: 3, message: 'execution reverted' } };
  }
}
