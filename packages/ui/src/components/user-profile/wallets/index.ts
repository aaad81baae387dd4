import { texts as walletsTexts } from './texts.ts';

/** The profile's section about wallets, in a chunk of its own: few instances have it. */
export { WalletsSection } from './section.tsx';

export const texts: readonly object[] = [walletsTexts];
