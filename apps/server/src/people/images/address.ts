import { publicUrl } from '../../instances/resolve.ts';
import type { Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';

/** Where everybody can see an image of an instance: at the address by which whoever asks knows the instance. */
export function imageAddress(ctx: Context | RequestContext, path: string): string {
  const base = 'http' in ctx ? ctx.http.publicUrl : publicUrl(ctx.platform, ctx.instance);
  return `${base}${path}`;
}
