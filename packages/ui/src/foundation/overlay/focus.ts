/** The focused element, as the document or shadow root that holds `node` sees it. */
export function activeElementAt(node: Node): HTMLElement | null {
  return (node.getRootNode() as Document | ShadowRoot).activeElement as HTMLElement | null;
}
