import { useChunk } from '../../foundation/flow/use-chunk.ts';
import { MoreTexts } from '../../foundation/localization/more-texts.tsx';

const load = () => import('./wallets/index.ts');

/** Where the account page has the wallets, once their code has come. */
export function WalletsSlot() {
  const chunk = useChunk(load);
  if (!chunk) return null;
  return (
    <MoreTexts texts={chunk.texts}>
      <chunk.WalletsSection />
    </MoreTexts>
  );
}
