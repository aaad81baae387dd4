import { Card } from '../card/card.tsx';
import { Waiting } from '../card/waiting.tsx';
import { MoreTexts } from '../localization/more-texts.tsx';
import { useChunk } from './use-chunk.ts';

const load = () => import('../../components/tasks/index.ts');

/** What a new session still needs of the person, as a step of a flow; its code comes when there is something. */
export function Tasks({ flow }: { flow: 'signIn' | 'signUp' }) {
  const chunk = useChunk(load);
  if (!chunk) {
    return (
      <Card flow={flow} step="loading">
        <Waiting />
      </Card>
    );
  }
  return (
    <MoreTexts texts={chunk.texts}>
      <chunk.Tasks flow={flow} />
    </MoreTexts>
  );
}
