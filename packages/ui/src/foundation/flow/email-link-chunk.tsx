import type { ComponentChildren } from 'preact';
import { Waiting } from '../card/waiting.tsx';
import { MoreTexts } from '../localization/more-texts.tsx';
import { useChunk } from './use-chunk.ts';

type EmailLink = typeof import('./email-link/index.ts');

const load = () => import('./email-link/index.ts');

/** Draws something with the email link parts once they have been loaded. */
export function WithEmailLink({ children }: { children: (parts: EmailLink) => ComponentChildren }) {
  const parts = useChunk(load);
  if (!parts) return <Waiting />;
  return (
    <MoreTexts texts={parts.texts}>
      <Draw parts={parts}>{children}</Draw>
    </MoreTexts>
  );
}

/** Calls back below the texts, so that what it draws finds them. */
const Draw = ({ parts, children }: { parts: EmailLink; children: (parts: EmailLink) => ComponentChildren }) => <>{children(parts)}</>;
