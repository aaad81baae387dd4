import type { EnvironmentResource, OAuthStrategy, Web3Strategy } from '@foyer/js/types';

/** A social connection, or a wallet, as the interface shows it. */
export interface Provider<Strategy extends OAuthStrategy | Web3Strategy = OAuthStrategy> {
  /** Id in element names: `google`, `custom_acme`, `metamask`. */
  id: string;
  strategy: Strategy;
  name: string;
  logoUrl: string | undefined;
}

/** Anything with a button of its own on the first step. */
export type AnyProvider = Provider<OAuthStrategy | Web3Strategy>;

/** Spelling of the built-in providers' names, where capitalizing the id is not enough. */
const names: Record<string, string> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  hubspot: 'HubSpot',
  huggingface: 'Hugging Face',
  line: 'LINE',
  linkedin: 'LinkedIn',
  linkedin_oidc: 'LinkedIn',
  metamask: 'MetaMask',
  okx_wallet: 'OKX Wallet',
  coinbase_wallet: 'Coinbase Wallet',
  tiktok: 'TikTok',
  x: 'X / Twitter',
};

const nameOf = (id: string) => names[id] ?? id.charAt(0).toUpperCase() + id.slice(1);

type Social = EnvironmentResource['userSettings']['social'];

/** The instance's social connections that can be used to sign in (or, with `connectable`, to be linked to an account). */
export function providersOf(social: Social, connectable = false): Provider[] {
  return Object.values(social)
    .filter(connection => connection.enabled && (connectable || connection.authenticatable))
    .map(connection => {
      const strategy = connection.strategy;
      const id = strategy.replace(/^oauth_/, '');
      const custom = id.startsWith('custom_');
      return {
        id,
        strategy,
        name: custom ? connection.name || id : nameOf(id),
        logoUrl: (custom && connection.logo_url) || undefined,
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The wallets that people of the instance can sign in with; Solana's speak another language than ours does. */
export function walletsOf(strategies: readonly Web3Strategy[]): Provider<Web3Strategy>[] {
  return strategies
    .filter(strategy => !strategy.includes('solana'))
    .map(strategy => {
      const id = strategy.slice('web3_'.length, -'_signature'.length);
      return { id, strategy, name: nameOf(id), logoUrl: undefined };
    });
}

/** Everything with a button of its own on the first step. */
export const entrancesOf = ({ social, web3FirstFactors }: Pick<EnvironmentResource['userSettings'], 'social' | 'web3FirstFactors'>): AnyProvider[] => [
  ...providersOf(social),
  ...walletsOf(web3FirstFactors),
];

export const isWallet = (strategy: AnyProvider['strategy']): strategy is Web3Strategy => strategy.startsWith('web3_');
