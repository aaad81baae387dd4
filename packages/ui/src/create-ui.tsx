import type { ClerkOptions, ComponentName, UiControls, UiHost } from '@foyer/js/types';
import { render } from 'preact';
import type { ComponentModule } from './foundation/component.ts';
import { Root } from './foundation/root.tsx';
import { registry } from './registry.ts';

/** A component on the page: where it is, what it shows, and how to take it away. */
interface Placement {
  name: ComponentName;
  container: HTMLElement;
  props: object;
  module: ComponentModule | undefined;
  close: (() => void) | undefined;
}

/**
 * Draws the components for a Clerk object.
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

  const draw = ({ name, container, props, module, close }: Placement) => {
    if (!module) return;
    render(
      <Root
        host={host}
        options={options}
        module={module}
        appearanceKey={registration(name).appearanceKey}
        props={props}
        container={container}
        close={close}
      />,
      container,
    );
  };

  const show = async (placement: Placement, isCurrent: () => boolean) => {
    const chunk = await registration(placement.name).load();
    // Unmounted while its code was on the way.
    if (!isCurrent()) return;
    placement.module = chunk.component;
    draw(placement);
  };

  const unmount = (node: HTMLElement) => {
    if (pages.delete(node)) render(null, node);
  };

  const close = (name: string) => {
    const placement = modals.get(name);
    if (!placement) return;
    modals.delete(name);
    // Closing the dialog first lets the browser give the focus back to where it was.
    placement.container.querySelector('dialog')?.close();
    render(null, placement.container);
    placement.container.remove();
  };

  return {
    async mount(name, node, props) {
      unmount(node);
      const placement: Placement = { name, container: node, props, module: undefined, close: undefined };
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
      const placement: Placement = { name, container, props, module: undefined, close: () => close(name) };
      modals.set(name, placement);
      await show(placement, () => modals.get(name) === placement);
    },
    close,
    updateOptions(changed) {
      options = { ...options, ...changed };
      for (const placement of [...pages.values(), ...modals.values()]) draw(placement);
    },
  };
}
