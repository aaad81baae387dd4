import type { ClerkOptions, UiControls, UiHost } from '@foyer/js/types';
import type { ComponentModule } from './foundation/component.ts';
import { draw as drawInto, erase } from './foundation/draw.tsx';
import { registry, type DrawnName } from './registry.ts';

/** A component on the page: where it is, what it shows, and how to take it away. */
interface Placement {
  name: DrawnName;
  container: HTMLElement;
  props: object;
  close: (() => void) | undefined;
  /** Set once the code has arrived. */
  module?: ComponentModule;
}

/**
 * Draws the components for a Clerk object. Each one's own code is loaded when it is first asked for.
 *
 * @param host the Clerk object, its environment and the options it was loaded with.
 */
export function createUi(host: UiHost): UiControls {
  let options: ClerkOptions = host.options;
  const pages = new Map<HTMLElement, Placement>();
  const overlays = new Map<string, Placement>();

  const registration = (name: DrawnName) => {
    const found = registry[name];
    if (!found) throw new Error(`The ${name} component is not built yet.`);
    return found;
  };

  const draw = ({ name, container, props, module, close }: Placement) => {
    const { appearanceKey } = registration(name);
    if (module) drawInto({ host, options, module, appearanceKey, props, container, close });
  };

  const show = async (placement: Placement, isCurrent: () => boolean) => {
    const { component } = await registration(placement.name).load();
    // Unmounted while its code was on the way.
    if (!isCurrent()) return;
    placement.module = component;
    draw(placement);
  };

  const unmount = (node: HTMLElement) => {
    const placement = pages.get(node);
    pages.delete(node);
    if (placement?.module) erase(node);
  };

  /** Draws something into an element of its own at the end of the page. */
  const append = (name: DrawnName, props: object, onClose: (() => void) | undefined) => {
    registration(name);
    const container = document.createElement('div');
    document.body.append(container);
    const placement: Placement = { name, container, props, close: onClose };
    overlays.set(name, placement);
    return show(placement, () => overlays.get(name) === placement);
  };

  const close = (name: string) => {
    const placement = overlays.get(name);
    if (!placement) return;
    overlays.delete(name);
    // Closing the dialog first lets the browser give the focus back to where it was.
    placement.container.querySelector('dialog')?.close();
    erase(placement.container);
    placement.container.remove();
  };

  return {
    async mount(name, node, props) {
      unmount(node);
      const placement: Placement = { name, container: node, props, close: undefined };
      pages.set(node, placement);
      await show(placement, () => pages.get(node) === placement);
    },
    unmount,
    updateProps(node, props) {
      const placement = pages.get(node);
      if (!placement) return;
      placement.props = { ...placement.props, ...props };
      draw(placement);
    },
    async open(name, props) {
      close(name);
      await append(name, props, () => close(name));
    },
    close,
    async showImpersonation() {
      if (overlays.has('Impersonation')) return;
      try {
        await append('Impersonation', {}, undefined);
      } catch (thrown) {
        // The next time it is asked for, it is tried again.
        close('Impersonation');
        throw thrown;
      }
    },
    async solveCaptcha(where) {
      return (await import('./captcha/index.ts')).solve(host, options, where);
    },
    async keepCaptchaHeartbeat() {
      (await import('./captcha/index.ts')).keepHeartbeat(host);
    },
    updateOptions(changed) {
      options = { ...options, ...changed };
      for (const placement of [...pages.values(), ...overlays.values()]) draw(placement);
    },
  };
}
