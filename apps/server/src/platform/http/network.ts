import { isIPv6 } from 'node:net';

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * The network that an address stands for in limits. Whoever has one IPv6 address has 2⁶⁴ of them
 * (RFC 4291 §2.5.4, RFC 6177), so of those the first 64 bits count; of IPv4 all.
 */
export function networkOf(ip: string): string {
  const ipv4 = MAPPED_IPV4.exec(ip)?.[1];
  if (ipv4 !== undefined || !isIPv6(ip)) return ipv4 ?? ip;
  const [head = '', tail] = (ip.split('%', 1)[0] ?? '').toLowerCase().split('::');
  const front = groups(head);
  const zeros = tail === undefined ? 0 : 8 - front.length - groups(tail).length;
  const all = [...front, ...Array.from({ length: zeros }, () => '0'), ...groups(tail ?? '')];
  return `${all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** An IPv4 address at the end of an IPv6 one counts for two groups; which, makes no difference to the first 64 bits. */
function groups(text: string): string[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
}
