import { apiError } from '@foyer/protocol/errors';
import { SECOND } from '../../platform/clock.ts';
import { signedDigest } from './signature.ts';

/** Tells whether a contract wallet takes a signature for its own. */
export type IsValidSignature = (wallet: string, digest: Uint8Array, signature: string) => Promise<boolean>;

/** `isValidSignature(bytes32,bytes)`: its selector, and also what it answers when the signature is valid (ERC-1271). */
const MAGIC = '1626ba7e';
const TIMEOUT = 5 * SECOND;
/** Longest signature that is passed on, in hexadecimal digits: those of many owners together, one after the other. */
const LONGEST = 8192;

/** Whether a contract wallet says that it signed a text. */
export async function isSignedByContract(isValid: IsValidSignature, { wallet, message, signature }: { wallet: string; message: string; signature: string }): Promise<boolean> {
  if (!isBytes(signature)) return false;
  return isValid(wallet, signedDigest(message), signature);
}

/** Whether a text could be a contract's signature: any bytes could. */
export function isBytes(signature: string): boolean {
  return /^0x(?:[0-9a-f]{2})+$/i.test(signature) && signature.length <= LONGEST + 2;
}

/**
 * Asks a node of the chain, by JSON-RPC (`eth_call`). What a contract does not answer, or refuses, is not its signature.
 *
 * @throws `service_unavailable` when the node could not be asked
 */
export function askNode(rpcUrl: string): IsValidSignature {
  return async (wallet, digest, signature) => {
    const params = [{ to: wallet, data: callOf(digest, signature) }, 'latest'];
    const answer = await call(rpcUrl, { jsonrpc: '2.0', id: 1, method: 'eth_call', params });
    if (typeof answer.result === 'string') return answer.result.slice(0, 10).toLowerCase() === `0x${MAGIC}`;
    // A contract that stops rather than say no.
    if (/revert|invalid opcode|out of gas/i.test(answer.error?.message ?? '')) return false;
    throw unavailable(new Error(`The node answered: ${answer.error?.message ?? 'nothing'}`));
  };
}

interface RpcAnswer {
  result?: unknown;
  error?: { message?: string };
}

async function call(rpcUrl: string, request: object): Promise<RpcAnswer> {
  try {
    const response = await fetch(rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    return (await response.json()) as RpcAnswer;
  } catch (cause) {
    throw unavailable(cause);
  }
}

/** The call's data: the selector, the digest, where the signature begins, its length, and its bytes, filled up to words. */
function callOf(digest: Uint8Array, signature: string): string {
  const bytes = signature.slice(2).toLowerCase();
  const word = (value: number) => value.toString(16).padStart(64, '0');
  const filled = bytes.padEnd(Math.ceil(bytes.length / 64) * 64, '0');
  return `0x${MAGIC}${Buffer.from(digest).toString('hex')}${word(64)}${word(bytes.length / 2)}${filled}`;
}

function unavailable(cause: unknown) {
  return apiError('service_unavailable', { cause, longMessage: 'This wallet could not be checked just now. Please try again in a moment.' });
}
