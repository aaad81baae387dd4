import type { ClerkOptions, EnvironmentResource, LoadedClerk, Wallets } from '@foyer/js/types';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ClassNames } from './appearance/class-names.ts';
import type { ResolvedAppearance } from './appearance/types.ts';
import type { Translator } from './localization/translator.ts';
import type { Redirects } from './router/redirects.ts';
import type { Router } from './router/router.ts';

/** What the parts of a flow tell each other without drawing anything anew. */
export interface Progress {
  /** Somebody has moved past the first step: from then on the focus follows. */
  moved: boolean;
  /** A session is being made the active one; the flow navigates by itself. */
  finishing: boolean;
}

/** What every part of a mounted component can reach. */
export interface Scope<Props = object> {
  clerk: LoadedClerk;
  environment: EnvironmentResource;
  options: ClerkOptions;
  wallets: Wallets;
  /** The props the component was mounted or opened with. */
  props: Props;
  /** Classes for an element, by its documented name. */
  cl: ClassNames;
  /** Interface text, by its documented key. */
  text: Translator;
  appearance: ResolvedAppearance;
  /** Adds style sheets that only some part of the component needs. */
  adoptStyles: (texts: readonly string[]) => void;
  router: Router;
  redirects: Redirects;
  /** How far this flow has come; the same object from the first drawing to the last. */
  progress: Progress;
  modal: boolean;
  /** Closes the modal; does nothing on a page. */
  close: () => void;
}

export const ScopeContext = createContext<Scope | undefined>(undefined);

/** The scope of the component this is part of. */
export function useScope<Props = object>(): Scope<Props> {
  const scope = useContext(ScopeContext);
  if (!scope) throw new Error('useScope was called outside a mounted component.');
  return scope as Scope<Props>;
}
