import type { CaptchaAnswer, ClerkOptions, UiHost } from '@foyer/js/types';
import { hiddenPlace, placeInDialog, placeInPage, type Place } from './place.ts';
import { loadWidget } from './widget.ts';

/** How often a page shows that it is a browser's, in ms, unless the instance says otherwise. */
const HEARTBEAT_MS = 10 * 60 * 1000;

/**
 * Does the security check that tells people from bots. A failure is told to the server instead of the person: it decides
 * what to make of it.
 */
export async function solve({ environment }: UiHost, options: ClerkOptions, where: 'page' | 'dialog' | 'nowhere'): Promise<CaptchaAnswer> {
  const { captchaPublicKey, captchaPublicKeyInvisible, captchaWidgetType } = environment.displayConfig;
  const seen = where === 'dialog' ? placeInDialog() : where === 'page' && captchaWidgetType === 'smart' ? placeInPage() : undefined;
  const type = seen ? 'smart' : 'invisible';
  try {
    const key = seen ? captchaPublicKey : captchaPublicKeyInvisible;
    const captchaToken = await challenge(environment.protectConfig.loaders, seen ?? hiddenPlace(), key ?? '', options);
    return { captchaToken, captchaWidgetType: type };
  } catch (error) {
    return { captchaError: error instanceof Error ? error.message : String(error), captchaWidgetType: type };
  }
}

async function challenge(loaders: Parameters<typeof loadWidget>[0], place: Place, sitekey: string, { localization }: ClerkOptions): Promise<string> {
  const { container } = place;
  try {
    const widget = await loadWidget(loaders);
    // By the app's layout, or by whoever wrote the element into a form of their own.
    const { clTheme: theme = 'auto', clSize: size = 'normal', clLanguage: language = localization?.locale ?? 'auto' } = container.dataset;
    let id = '';
    const solved = new Promise<string>((resolve, reject) => {
      place.onCancel(() => reject(new Error('captcha_cancelled')));
      id = widget.render(container, {
        sitekey,
        theme,
        size,
        language,
        appearance: 'interaction-only',
        'before-interactive-callback': place.reveal,
        callback: resolve,
        'error-callback': (code: string) => reject(new Error(code)),
      });
    });
    return await solved.finally(() => widget.remove(id));
  } finally {
    place.leave();
  }
}

/** Shows the server now and then that this page is a browser's, as instances may want. */
export function keepHeartbeat(host: UiHost): void {
  const beat = async () => {
    const answer = await solve(host, {}, 'nowhere');
    await host.clerk.client.__internal_sendCaptchaToken({ ...answer, captchaAction: 'heartbeat' });
  };
  const { captchaHeartbeatIntervalMs } = host.environment.displayConfig;
  setInterval(() => void beat().catch(console.error), captchaHeartbeatIntervalMs ?? HEARTBEAT_MS);
}
