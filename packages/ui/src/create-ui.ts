import type { ClerkOptions, ComponentName, UiControls, UiHost } from '@foyer/js/types';
import type { ComponentModule } from './foundation/component.ts';
import { registry } from './registry.ts';

type Drawing = typeof import('./foundation/draw.tsx');

/** A component on the page: where it is, what it shows, and how to take it away. */
interface Placement {
  name: ComponentName;
  container: HTMLElement;
  props: object;
  close: (() => void) | undefined;
  /** Set once the code has arrived. */
  code?: { drawing: Drawing; module: ComponentModule };
}

/**
 * Draws the components for a Clerk object. Nothing but this file is loaded before the first of them is asked for.
 *
 * @param host the Clerk object, its environment and the options it was loaded with.
 */
export function createUi(host: UiHost): UiControls {
  let options: ClerkOptions = host.options;
  const pages = new Map<HTMLElement, Placement>();
  const modals = new Map<string, Placement>();

  const registration = (name: ComponentName) => {
    const found = registry[name];
    if (!found) throw new Error(`The ${name} component is not built yet.`);
    return found;
  };

  const draw = ({ name, container, props, code, close }: Placement) => {
    const { appearanceKey } = registration(name);
    code?.drawing.draw({ host, options, module: code.module, appearanceKey, props, container, close });
  };

  const show = async (placement: Placement, isCurrent: () => boolean) => {
    const [drawing, chunk] = await Promise.all([import('./foundation/draw.tsx'), registration(placement.name).load()]);
    // Unmounted while its code was on the way.
    if (!isCurrent()) return;
    placement.code = { drawing, module: chunk.component };
    draw(placement);
  };

  const unmount = (node: HTMLElement) => {
    const placement = pages.get(node);
    pages.delete(node);
    placement?.code?.drawing.erase(node);
  };

  const close = (name: string) => {
    const placement = modals.get(name);
    if (!placement) return;
    modals.delete(name);
    // Closing the dialog first lets the browser give the focus back to where it was.
    placement.container.querySelector('dialog')?.close();
    placement.code?.drawing.erase(placement.container);
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
      registration(name);
      close(name);
      const container = document.createElement('div');
      document.body.append(container);
      const placement: Placement = { name, container, props, close: () => close(name) };
      modals.set(name, placement);
      await show(placement, () => modals.get(name) === placement);
    },
    close,
    async solveCaptcha(where) {
      return (await import('./captcha/index.ts')).solve(host, options, where);
    },
    async keepCaptchaHeartbeat() {
      (await import('./captcha/index.ts')).keepHeartbeat(host);
    },
    updateOptions(changed) {
      options = { ...options, ...changed };
      for (const placement of [...pages.values(), ...modals.values()]) draw(placement);
    },
  };
}
