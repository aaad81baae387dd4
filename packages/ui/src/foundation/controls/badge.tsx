import type { ComponentChildren } from 'preact';
import { useScope } from '../scope.ts';

/** A short label beside a value: “Primary”, “Unverified”. */
export function Badge({ kind, children }: { kind?: 'primary' | 'actionRequired'; children: ComponentChildren }) {
  const { cl } = useScope();
  return <span class={kind ? cl('badge', `badge__${kind}`) : cl('badge')}>{children}</span>;
}
