/** Renders into a page of its own, strictly, inside a provider with a scripted Clerk object. */
import { act, StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { ClerkProvider, type ClerkProviderProps } from '../clerk-provider.tsx';
import { createScriptedClerk, PUBLISHABLE_KEY, type ScriptedClerk } from './scripted-clerk.ts';

declare global {
  // React asks for it before it lets `act` be used.
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

export interface Rendered extends ScriptedClerk {
  container: HTMLElement;
  rerender: (children: ReactNode, props?: Partial<ClerkProviderProps>) => Promise<void>;
  unmount: () => Promise<void>;
}

export async function renderWithClerk(children: ReactNode, props: Partial<ClerkProviderProps> = {}): Promise<Rendered> {
  const scripted = createScriptedClerk();
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  const rerender = (next: ReactNode, changed: Partial<ClerkProviderProps> = props) =>
    act(async () => root.render(
      <StrictMode>
        <ClerkProvider publishableKey={PUBLISHABLE_KEY} Clerk={scripted.clerk} {...changed}>
          {next}
        </ClerkProvider>
      </StrictMode>,
    ));
  await rerender(children);
  return { ...scripted, container, rerender, unmount: () => act(async () => root.unmount()) };
}

/** What a hook returned last, in a page that goes on living. */
export async function renderHook<T>(useHook: () => T, props: Partial<ClerkProviderProps> = {}): Promise<Rendered & { last: () => T }> {
  const results: T[] = [];
  const Call = () => (results.push(useHook()), null);
  const rendered = await renderWithClerk(<Call />, props);
  return {
    ...rendered,
    last: () => {
      const result = results.at(-1);
      if (result === undefined) throw new Error('The hook has not run.');
      return result;
    },
  };
}
