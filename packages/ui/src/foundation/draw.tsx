import { render } from 'preact';
import { Root, type RootProps } from './root.tsx';

/** Draws a component into its container, or brings what is there up to date. */
export function draw(props: RootProps): void {
  render(<Root {...props} />, props.container);
}

/** Takes a component out of its container. */
export function erase(container: HTMLElement): void {
  render(null, container);
}
