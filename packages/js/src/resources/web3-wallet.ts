import type { Web3WalletResource as Web3WalletJSON } from '@foyer/protocol/schemas/resources/web3-wallet';
import type {
  AttemptWeb3WalletVerificationParams, PrepareWeb3WalletVerificationParams, Web3WalletResource,
} from '../types/identifications.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';
import { Verification } from './verification.ts';

/** Docs: reference/javascript/types/web3-wallet. */
export class Web3Wallet extends Resource<Partial<Web3WalletJSON>> implements Web3WalletResource {
  pathRoot = '/me/web3_wallets';
  override id = '';
  /** The wallet's address. */
  web3Wallet = '';
  verification = new Verification(this.host, null);

  constructor(host: ResourceHost, json: Partial<Web3WalletJSON>) {
    super(host);
    this.fromJSON(json);
  }

  fromJSON(json: Partial<Web3WalletJSON> | null): this {
    if (!json) return this;
    this.id = json.id ?? '';
    this.web3Wallet = json.web3_wallet ?? '';
    this.verification = new Verification(this.host, json.verification);
    return this;
  }

  override toString(): string {
    return this.web3Wallet;
  }

  /** Adds this wallet to the signed-in user. */
  create(): Promise<this> {
    return this.post({ web3Wallet: this.web3Wallet });
  }

  /** Asks for the text that the wallet is to sign; it is then in `verification.message`. */
  prepareVerification({ strategy }: PrepareWeb3WalletVerificationParams): Promise<this> {
    return this.act('prepare_verification', { strategy });
  }

  attemptVerification({ signature, strategy = 'web3_metamask_signature' }: AttemptWeb3WalletVerificationParams): Promise<this> {
    return this.act('attempt_verification', { signature, strategy });
  }

  destroy(): Promise<void> {
    return this.drop();
  }
}
