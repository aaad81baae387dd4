import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { ScopeContext, useScope } from '../scope.ts';

/** Adds the English texts of a part that is loaded later. */
export function MoreTexts({ texts, children }: { texts: readonly object[]; children: ComponentChildren }) {
  const scope = useScope();
  const text = useMemo(() => scope.text.with(texts), [scope.text, texts]);
  return <ScopeContext.Provider value={{ ...scope, text }}>{children}</ScopeContext.Provider>;
}
