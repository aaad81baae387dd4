import { apiError } from '@foyer/protocol/errors';
import type { FastifyInstance } from 'fastify';
import { turnstileOrigin } from '../instances/environment/captcha.ts';
import { escapeHtml, scriptLiteral } from '../platform/http/html.ts';
import type { RequestContext } from '../platform/http/facts.ts';
import { page } from '../platform/http/page.ts';
import { answer, type ContextSource } from '../platform/http/routes.ts';

/** What each page of the portal mounts. */
const PAGES: Record<string, { title: string; mount: string; signedIn: boolean }> = {
  'sign-in': { title: 'Sign in', mount: 'mountSignIn', signedIn: false },
  'sign-up': { title: 'Sign up', mount: 'mountSignUp', signedIn: false },
  waitlist: { title: 'Join the waitlist', mount: 'mountWaitlist', signedIn: false },
  user: { title: 'Your account', mount: 'mountUserProfile', signedIn: true },
};

/** The account portal: hosted pages around the components, for apps that have none of their own. */
export function portalRoutes(app: FastifyInstance, source: ContextSource): void {
  const handler = async (request: Parameters<ContextSource['forFrontend']>[0], reply: Parameters<ContextSource['forFrontend']>[1]) => {
    const ctx = await source.forFrontend(request, reply);
    const { page: name } = request.params as { page: string };
    return answer(reply, portalPage(ctx, name));
  };
  app.get('/portal/:page', handler);
  app.get('/portal/:page/*', handler);
}

function portalPage(ctx: RequestContext, name: string) {
  const wanted = PAGES[name];
  if (!wanted) throw apiError('resource_not_found');
  const { baseUrl } = ctx.http;
  const base = new URL(baseUrl).pathname.replace(/\/$/, '');
  const captchaOrigin = turnstileOrigin(ctx.instance.settings, ctx.platform.config);
  const applicationName = escapeHtml(ctx.instance.settings.display.application_name);
  return page({
    title: `${wanted.title} · ${applicationName}`,
    css: CSS,
    // The widget of the bot protection is ours, or else Cloudflare's.
    ...(captchaOrigin === null ? {} : { allow: { script: captchaOrigin, frame: captchaOrigin } }),
    body: `<main><div id="component" class="${name === 'user' ? 'wide' : ''}" aria-busy="true"></div><div id="failed" class="card" role="alert" hidden><h1>This page could not be loaded</h1><p class="soft">Please check your connection, then <a href="">try again</a>.</p></div><noscript>Please turn on JavaScript to continue.</noscript></main>`,
    scriptUrls: [
      {
        src: `${base}/npm/@foyer/js@0/dist/clerk.browser.js`,
        attributes: { 'data-clerk-publishable-key': ctx.instance.publishableKey, 'data-clerk-proxy-url': baseUrl },
      },
    ],
    script: `const base = ${scriptLiteral(`${base}/portal`)};
const wanted = ${scriptLiteral({ ...wanted, path: `${base}/portal/${name}` })};
const node = document.getElementById('component');
const dark = matchMedia('(prefers-color-scheme: dark)').matches;
async function show() {
await window.Clerk.load({
  signInUrl: base + '/sign-in',
  signUpUrl: base + '/sign-up',
  appearance: dark ? { variables: { colorBackground: '#18181f', colorText: '#f2f2f6', colorNeutral: '#ffffff', colorPrimary: '#818cf8', colorInputBackground: '#22222c', colorDanger: '#f87171', colorSuccess: '#4ade9c', colorWarning: '#f5cf7a' } } : undefined,
});
const here = new URL(location.href);
const next = here.searchParams.get('redirect_url');
if (wanted.signedIn && !window.Clerk.user) {
  location.replace(base + '/sign-in?redirect_url=' + encodeURIComponent(location.href));
} else {
  window.Clerk[wanted.mount](node, { routing: 'path', path: wanted.path, ...(next ? {} : { fallbackRedirectUrl: base + '/user' }) });
  node.removeAttribute('aria-busy');
}
}
show().catch((error) => {
  console.error(error);
  node.remove();
  document.getElementById('failed').hidden = false;
});`,
  });
}

const CSS = `
body{min-height:100vh;display:grid}
main{max-width:none;padding:32px 16px;display:grid;place-items:center;align-content:center;min-width:0}
#component{min-width:0;max-width:100%}
#failed{max-width:420px;padding:32px}#failed h1{font-size:21px}#failed p{margin:8px 0 0}
/* The place of what is still loading; not for those with whom it comes at once. */
@media (scripting:enabled){
#component:not(:has(.cl-rootBox))::before{content:'';display:block;width:400px;max-width:calc(100vw - 32px);height:400px;border:1px solid var(--line);border-radius:12px;background:var(--card);box-shadow:var(--shadow);animation:wait .3s .3s both}
#component.wide:not(:has(.cl-rootBox))::before{width:880px;height:600px}
}
@keyframes wait{from{opacity:0}}
@media (prefers-reduced-motion:reduce){#component::before{animation-duration:1ms}}
`;
