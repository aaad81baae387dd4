import type { RequestContext } from '../../platform/http/facts.ts';
import { escapeHtml } from '../../platform/http/html.ts';
import { noticePage } from '../../platform/http/notice-page.ts';
import { displayConfig } from '../../instances/environment/display-config.ts';
import type { SignOutOutcome } from './sign-out.ts';

const WORDS: Record<SignOutOutcome, { title: string; text: string; status: number }> = {
  signed_out: {
    title: 'That device is signed out',
    text: 'Nobody can use your account on it any more without signing in again. If you do not know who it was, change your password now.',
    status: 200,
  },
  expired: { title: 'This link is too old', text: 'Sign in and look at the devices in your profile: you can sign any of them out there.', status: 410 },
  invalid: { title: 'This link does not work', text: 'It may have been cut off. Open it once more from the message, or copy all of it.', status: 400 },
};

/** Tells the person who opened the link of a message what became of the device. */
export function outcomePage(ctx: RequestContext, outcome: SignOutOutcome) {
  const { title, text, status } = WORDS[outcome];
  const { application_name: application, support_email: support } = ctx.instance.settings.display;
  const { user_profile_url: profile } = displayConfig(ctx.instance, ctx.http.primaryUrl);
  const help = support === null ? '' : `<p class="small soft">Need help? Write to <a href="mailto:${escapeHtml(support)}">${escapeHtml(support)}</a>.</p>`;
  return noticePage({
    tone: outcome === 'signed_out' ? 'good' : 'attention',
    title,
    body: `<p class="soft">${text}</p><p><a href="${escapeHtml(profile)}">Open your profile at ${escapeHtml(application)}</a></p>${help}`,
    of: escapeHtml(application),
    status,
  });
}
