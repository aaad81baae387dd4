/** Where the widget is drawn, should it want to be seen. */
export interface Place {
  container: HTMLElement;
  /** The widget wants something of the person. */
  reveal: () => void;
  /** The check is over. */
  leave: () => void;
  /** Calls back when the person gives up. */
  onCancel: (cancel: () => void) => void;
}

/** Where apps with their own forms make room. Docs: guides/development/custom-flows/authentication/bot-sign-up-protection. */
const CONTAINER_ID = 'clerk-captcha';

const nothing = () => undefined;

/** The place in the page, if there is one. */
export function placeInPage(): Place | undefined {
  const container = document.getElementById(CONTAINER_ID);
  return container ? { container, reveal: nothing, leave: nothing, onCancel: nothing } : undefined;
}

/** A place for widgets that are never seen. */
export function hiddenPlace(): Place {
  const container = document.createElement('div');
  document.body.append(container);
  return { container, reveal: nothing, leave: () => container.remove(), onCancel: nothing };
}

/** A dialog, which opens once the widget wants something of the person. */
export function placeInDialog(): Place {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-label', 'Please confirm that you are a person');
  // Set one by one: a content security policy may forbid style attributes.
  Object.assign(dialog.style, { padding: '24px', border: '0', borderRadius: '12px' });
  const container = document.createElement('div');
  dialog.append(container);
  document.body.append(dialog);
  return {
    container,
    reveal: () => dialog.showModal(),
    leave: () => dialog.remove(),
    onCancel: cancel => dialog.addEventListener('cancel', cancel),
  };
}
