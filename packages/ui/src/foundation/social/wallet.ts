import type { LoadedClerk, SignInResource, SignUpResource, Web3Strategy } from '@foyer/js/types';
import { hasErrorCode } from '../localization/errors.ts';

type SignUpParams = NonNullable<Parameters<SignUpResource['authenticateWithMetamask']>[0]>;

const methods = {
  web3_metamask_signature: 'authenticateWithMetamask',
  web3_coinbase_wallet_signature: 'authenticateWithCoinbaseWallet',
  web3_okx_wallet_signature: 'authenticateWithOKXWallet',
  web3_base_signature: 'authenticateWithBase',
} as const;

/** Wallets answer with numbers (EIP-1193); the codes here are keys of `unstable__errors`. */
const said: Record<string, { code: string; message: string }> = {
  web3_wallet_not_found: { code: 'web3_missing_identifier', message: 'We did not find this wallet in your browser. Please install its extension and try again.' },
  4001: { code: 'foyer_wallet_cancelled', message: 'Nothing was signed. You can try again whenever you like.' },
  [-32002]: { code: 'foyer_wallet_busy', message: 'Your wallet is waiting for you already. Please open it to go on.' },
};

type Attempt = { signIn: SignInResource; signUp?: never } | { signIn?: never; signUp: SignUpResource };

/**
 * Signs in with a wallet, or up, for somebody new.
 *
 * @param signUp what is known of somebody new.
 * @returns the attempt that went on.
 * @throws an error the interface can show, when the wallet is not there or its owner does not want to.
 */
export function enterWithWallet({ client }: LoadedClerk, strategy: Web3Strategy, signUp: SignUpParams = {}) {
  const method = methods[strategy as keyof typeof methods];
  return withWalletErrors(async (): Promise<Attempt> => {
    try {
      return { signIn: await client.signIn[method]() };
    } catch (thrown) {
      if (!hasErrorCode(thrown, 'form_identifier_not_found')) throw thrown;
      return { signUp: await client.signUp[method](signUp) };
    }
  });
}

/** Says in words what a wallet says in numbers. */
export async function withWalletErrors<Result>(action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (thrown) {
    const known = said[String((thrown as { code?: unknown } | null)?.code)];
    throw known ? Object.assign(new Error(known.message, { cause: thrown }), { errors: [known] }) : thrown;
  }
}
