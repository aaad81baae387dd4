const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];
const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]', '::1'];

/**
 * Whether a request comes from this machine itself. It must have addressed it as this machine, which
 * keeps out a foreign page whose host name was pointed at 127.0.0.1; and no proxy may have passed it
 * on, for it would come from this machine whoever asked.
 */
export function isFromThisMachine({ ip, hostname, forwardedFor }: { ip: string; hostname: string; forwardedFor: unknown }): boolean {
  return forwardedFor === undefined && LOOPBACK.includes(ip) && LOCAL_NAMES.includes(hostname);
}
