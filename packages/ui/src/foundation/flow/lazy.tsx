import { useMemo } from 'preact/hooks';
import { Waiting } from '../card/waiting.tsx';
import type { ComponentModule } from '../component.ts';
import { trimSlashes, type Router } from '../router/router.ts';
import { ScopeContext, useScope, type Scope } from '../scope.ts';
import { useChunk } from './use-chunk.ts';

/**
 * A component inside another one, loaded when it is needed: with its own texts, and its routes below `at`.
 *
 * @param load must be the same function at every drawing.
 * @param props added to the outer component's.
 */
export function Lazy({ load, at, props }: { load: () => Promise<ComponentModule>; at: string; props: object }) {
  const outer = useScope();
  const module = useChunk(load);

  const router = useMemo(() => below(outer.router, at), [outer.router, at]);
  const text = useMemo(() => outer.text.with(module?.texts ?? []), [module, outer.text]);
  if (!module) return <Waiting />;
  const scope: Scope = { ...outer, router, text, props: { ...outer.props, ...props } };
  return (
    <ScopeContext.Provider value={scope}>
      <module.View />
    </ScopeContext.Provider>
  );
}

/** The part of a router below one of its segments. */
function below(router: Router, segment: string): Router {
  const outer = (path: string) => trimSlashes(`${segment}/${path}`);
  return {
    get path() {
      return trimSlashes(router.path.slice(segment.length));
    },
    get query() {
      return router.query;
    },
    go: (path, options) => router.go(outer(path), options),
    href: path => router.href(outer(path)),
    url: path => router.url(outer(path)),
    subscribe: listener => router.subscribe(listener),
  };
}
