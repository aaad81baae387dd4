import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ComponentModule } from '../component.ts';
import { Spinner } from '../controls/button.tsx';
import { texts as commonTexts } from '../localization/common-texts.ts';
import { createTranslator } from '../localization/translator.ts';
import { trimSlashes, type Router } from '../router/router.ts';
import { ScopeContext, useScope, type Scope } from '../scope.ts';

/**
 * A component inside another one, loaded when it is needed: with its own texts, and its routes below `at`.
 *
 * @param props added to the outer component's.
 */
export function Lazy({ load, at, props }: { load: () => Promise<ComponentModule>; at: string; props: object }) {
  const outer = useScope();
  const [module, setModule] = useState<ComponentModule>();
  const [failed, setFailed] = useState<unknown>();

  useEffect(() => {
    let current = true;
    load().then(loaded => current && setModule(loaded), thrown => current && setFailed(thrown));
    return () => {
      current = false;
    };
  }, []);

  const router = useMemo(() => below(outer.router, at), [outer.router, at]);
  const text = useMemo(
    () =>
      createTranslator([commonTexts, ...(module?.texts ?? [])], outer.options.localization, {
        applicationName: outer.environment.displayConfig.applicationName,
      }),
    [module, outer.options.localization],
  );
  if (failed) throw failed;
  if (!module) {
    return (
      <div class="f-waiting">
        <Spinner />
      </div>
    );
  }
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
