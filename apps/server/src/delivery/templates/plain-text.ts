const TOKEN = /<[^<>]*>|[^<]+|</g;
const TAG = /^<(\/?)([a-z][a-z0-9]*)/i;
const HREF = /\bhref="(https?:[^"]*)"/i;

/** Elements whose content nobody reads, and those after which a line ends. */
const UNREAD = ['style', 'script', 'head'];
const BLOCKS = ['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'tr', 'table'];
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/**
 * What is left of a page for mail readers that show text: its words, and the addresses of its links.
 * One pass, whatever the page looks like.
 */
export function plainText(html: string): string {
  let text = '';
  let unread: string | null = null;
  let link: string | null = null;
  for (const token of html.match(TOKEN) ?? []) {
    const [, slash, rawName = ''] = TAG.exec(token) ?? [];
    const name = rawName.toLowerCase();
    const closes = slash === '/';
    if (unread !== null) {
      if (closes && name === unread) unread = null;
    } else if (name === '') {
      if (!token.startsWith('<!')) text += token;
    } else if (!closes && UNREAD.includes(name)) {
      unread = name;
    } else if (name === 'a') {
      if (closes && link !== null && !text.endsWith(link)) text += `: ${link}`;
      link = closes ? null : (HREF.exec(token)?.[1] ?? null);
    } else if (name === 'br' || (closes && BLOCKS.includes(name))) {
      text += '\n';
    }
  }
  return text
    .replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .split('\n')
    .map((line) => line.replaceAll(/[ \t]+/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
