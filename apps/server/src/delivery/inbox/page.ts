import { page } from '../../platform/http/page.ts';
import { escapeHtml, scriptLiteral } from '../../platform/http/html.ts';
import type { Raw } from '../../platform/http/routes.ts';

/** The inbox page: a list that keeps itself up to date, each code or link one click away. */
export function inboxPage(options: { applicationName: string; messagesUrl: string; homeUrl: string; signUpUrl: string }): Raw {
  const name = escapeHtml(options.applicationName);
  return page({
    title: `Inbox · ${name}`,
    css: CSS,
    script: `const messagesUrl = ${scriptLiteral(options.messagesUrl)};\n${SCRIPT}`,
    body: `<main>
<header><div><h1>Inbox</h1><p class="soft">Every email and text message that ${name} (development) sent. Nothing here needs a mail server.</p></div><a href="${escapeHtml(options.homeUrl)}">Start page</a></header>
<p id="state" class="soft" role="status">Loading messages…</p>
<div id="empty" class="card" hidden><svg viewBox="0 0 24 24" width="40" height="40" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" aria-hidden="true"><path d="M3 13l3-8h12l3 8v6H3zM3 13h5l1.5 3h5L16 13h5"/></svg><h2>No messages yet</h2><p class="soft">Sign up in your app or in the <a href="${escapeHtml(options.signUpUrl)}">hosted pages</a>, and the code appears here by itself.</p></div>
<ul id="messages" aria-label="Messages"></ul>
<template id="row"><li class="card"><div class="head"><span class="channel"></span><span class="to"></span><time></time></div><h2 class="subject"></h2><p class="text"></p><div class="actions"></div></li></template>
</main>`,
  });
}

const CSS = `
header{display:flex;justify-content:space-between;align-items:flex-start;gap:24px;margin-bottom:24px}
header p{margin:6px 0 0}header a{white-space:nowrap;margin-top:6px}
ul{list-style:none;margin:16px 0 0;padding:0;display:grid;gap:12px}
li{padding:16px 20px;min-width:0}
#empty{padding:56px 24px;text-align:center}#empty svg{color:var(--soft)}#empty h2{margin:12px 0 4px;font-size:17px}#empty p{margin:0 auto;max-width:38ch;text-wrap:balance}
[hidden]{display:none!important}
.head{display:flex;gap:10px;align-items:center;color:var(--soft);font-size:13px;min-width:0}
.channel{background:var(--code);border-radius:999px;padding:1px 10px;font-weight:600;color:var(--text)}
.to{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
time{margin-inline-start:auto;white-space:nowrap}
.subject{margin:10px 0 2px;font-size:16px;overflow-wrap:anywhere}
.text{margin:0;color:var(--soft);white-space:pre-line;overflow-wrap:anywhere}
.actions{display:flex;gap:8px;flex-wrap:wrap}
.actions:not(:empty){margin-top:12px}
.actions button,.actions a{display:inline-flex;align-items:center;gap:8px;background:var(--accent);border:1px solid transparent;color:#fff;border-radius:8px;padding:6px 14px;min-height:36px;text-decoration:none;font-weight:600}
@media (prefers-color-scheme:dark){.actions button,.actions a{color:#12121a}}
.actions code{font-size:16px;letter-spacing:2px}
li.new{animation:arrive .4s ease-out}
@keyframes arrive{from{opacity:0;transform:translateY(-6px)}}
@media (prefers-reduced-motion:reduce){li.new{animation:none}}
@media (max-width:480px){main{padding-top:28px}header{flex-direction:column;gap:8px}}
`;

/** Polls while the page is visible: simple, works behind every proxy, and costs one small query. */
const SCRIPT = `
const list = document.getElementById('messages');
const state = document.getElementById('state');
const row = document.getElementById('row');
const empty = document.getElementById('empty');
const shown = new Set();
let first = true;

function show(message) {
  const item = row.content.firstElementChild.cloneNode(true);
  item.querySelector('.channel').textContent = message.channel === 'email' ? 'Email' : message.channel === 'sms' ? 'SMS' : 'WhatsApp';
  item.querySelector('.to').textContent = message.to;
  const time = item.querySelector('time');
  time.dateTime = new Date(message.created_at).toISOString();
  const at = new Date(message.created_at);
  time.textContent = at.toLocaleString([], at.toDateString() === new Date().toDateString() ? { timeStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'short' });
  item.querySelector('.subject').textContent = message.subject;
  item.querySelector('.text').textContent = message.text.split('\\n\\n').filter((line) => line !== message.code && line !== message.link).join('\\n');
  const actions = item.querySelector('.actions');
  if (message.code) {
    const button = document.createElement('button');
    const code = document.createElement('code');
    code.textContent = message.code;
    const label = document.createElement('span');
    label.textContent = 'Copy';
    button.append(code, label);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(message.code);
      label.textContent = 'Copied';
      setTimeout(() => { label.textContent = 'Copy'; }, 1500);
    });
    actions.append(button);
  }
  if (message.link) {
    const link = document.createElement('a');
    link.href = message.link;
    link.textContent = 'Open link';
    actions.append(link);
  }
  if (!first) item.classList.add('new');
  return item;
}

async function refresh() {
  try {
    const response = await fetch(messagesUrl);
    if (!response.ok) throw new Error(String(response.status));
    const { data } = await response.json();
    for (const message of data.toReversed()) {
      if (shown.has(message.id)) continue;
      shown.add(message.id);
      list.prepend(show(message));
    }
    empty.hidden = shown.size > 0;
    state.textContent = shown.size === 0 ? 'Waiting for the first one' : shown.size + (shown.size === 1 ? ' message' : ' messages') + ' · updates by itself';
    first = false;
  } catch {
    state.textContent = 'The server does not answer. Trying again…';
  }
}

async function keepUp() {
  if (!document.hidden) await refresh();
  setTimeout(keepUp, 1500);
}
document.addEventListener('visibilitychange', () => { if (!document.hidden) refresh(); });
keepUp();
`;
