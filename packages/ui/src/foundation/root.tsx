import type { ClerkOptions, UiHost } from '@foyer/js/types';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { createClassNames } from './appearance/class-names.ts';
import { resolveAppearance } from './appearance/resolve.ts';
import type { ComponentModule } from './component.ts';
import { texts as commonTexts } from './localization/common-texts.ts';
import { createTranslator } from './localization/translator.ts';
import { Modal } from './overlay/modal.tsx';
import { createRedirects, type RedirectSettings } from './router/redirects.ts';
import type { Router } from './router/router.ts';
import { createUrlRouter } from './router/url-router.ts';
import { createVirtualRouter } from './router/virtual-router.ts';
import { ScopeContext, type Progress, type Scope } from './scope.ts';
import { foundationStyles } from './styles/index.ts';
import { Sheets } from './styles/sheets.ts';

/** The props the foundation itself understands. */
interface CommonProps extends RedirectSettings {
  appearance?: unknown;
  routing?: 'path' | 'hash' | 'virtual';
  path?: string;
  forceRedirectUrl?: string | null;
  fallbackRedirectUrl?: string | null;
  /** Path a modal opens at. */
  __experimental_startPath?: string;
}

export interface RootProps {
  host: UiHost;
  options: ClerkOptions;
  module: ComponentModule;
  /** The component's key in `appearance`, e.g. `signIn`. */
  appearanceKey: string;
  props: object;
  /** Where the component is rendered: tells which document or shadow root needs the styles. */
  container: HTMLElement;
  /** Set for a modal: how to close it. */
  close?: () => void;
}

/** The outermost element of each component: applies the appearance, and gives everything below its scope. */
export function Root({ host, options, module, appearanceKey, props: given, container, close }: RootProps) {
  const [version, refresh] = useReducer((count: number) => count + 1, 0);
  const props = given as CommonProps;
  const { clerk, environment, wallets, isAllowedRedirect } = host;
  const progress = useRef<Progress>({ moved: false, finishing: false });
  const modal = close !== undefined;

  const router = useMemo<Router>(() => {
    if (modal || props.routing === 'virtual') return createVirtualRouter(props.__experimental_startPath);
    const base = props.routing === 'path' || (!props.routing && props.path) ? (props.path ?? location.pathname) : undefined;
    return createUrlRouter(base, options.routerPush && ((to, how) => clerk.navigate(to, how)));
  }, [clerk, modal, options.routerPush, props.routing, props.path, props.__experimental_startPath]);

  useEffect(() => router.subscribe(() => refresh(undefined)), [router]);
  // A listener is told at once what there is. That is on the screen already: nothing happens between drawing and this.
  useLayoutEffect(() => {
    let listening = false;
    const stop = clerk.addListener(() => listening && refresh(undefined));
    listening = true;
    return stop;
  }, [clerk]);

  const look = useMemo(() => {
    const appearance = resolveAppearance(options.appearance, appearanceKey, props.appearance);
    const sheets = Sheets.of(container);
    const adoptStyles = (texts: readonly string[]) => sheets.adopt(appearance.layerName, texts);
    adoptStyles([...foundationStyles, ...module.styles]);
    return { appearance, adoptStyles, cl: createClassNames(appearance.elements, style => sheets.classForStyle(appearance.layerName, style)) };
  }, [options.appearance, appearanceKey, props.appearance, container, module]);

  const text = useMemo(
    () =>
      createTranslator([commonTexts, ...module.texts], options.localization, {
        applicationName: environment.displayConfig.applicationName,
      }),
    [module, options.localization, environment.displayConfig.applicationName],
  );

  const scope = useMemo<Scope>(() => {
    const flow = appearanceKey === 'signUp' ? 'signUp' : 'signIn';
    const redirectProps: RedirectSettings = {
      ...props,
      [`${flow}ForceRedirectUrl`]: props.forceRedirectUrl,
      [`${flow}FallbackRedirectUrl`]: props.fallbackRedirectUrl,
    };
    return {
      clerk,
      environment,
      options,
      wallets,
      props,
      ...look,
      text,
      router,
      redirects: createRedirects(redirectProps, options as RedirectSettings, router.query, modal, isAllowedRedirect),
      progress: progress.current,
      modal,
      close: close ?? (() => {}),
    };
    // `version` stands for the client's and the router's state, which are read through their objects.
  }, [clerk, environment, options, wallets, props, look, text, router, modal, close, version, appearanceKey]);

  const { appearance, cl } = look;
  // How texts are read aloud and hyphenated. The app's own texts are in a language that only the app can name.
  const lang = options.localization ? (options.localization as { locale?: string }).locale : text.locale;
  const still = appearance.layout.animations ? '' : ' f-still';
  const className = `foyer${still}${appearance.simple ? ' f-simple' : ''}`;
  const content: ComponentChildren = (
    <ScopeContext.Provider value={scope}>
      <module.View />
    </ScopeContext.Provider>
  );

  if (close && !module.bare) {
    return (
      <ScopeContext.Provider value={scope}>
        <Modal lang={lang} class={`${className}${appearanceKey.endsWith('Profile') ? ' f-modalWide' : ''}`} style={appearance.customProperties}>
          <div class={`${cl('rootBox')} cl-${appearanceKey}-root`}>{content}</div>
        </Modal>
      </ScopeContext.Provider>
    );
  }
  return (
    <div class={`${className} ${cl('rootBox')} cl-${appearanceKey}-root`} style={appearance.customProperties} lang={lang}>
      {content}
    </div>
  );
}
