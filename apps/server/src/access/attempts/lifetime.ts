import { after, DAY } from '../../platform/clock.ts';
import { now, type Context } from '../../platform/context.ts';

/** An attempt that nobody continues for this long is abandoned. Source: js/sign-up (`abandoned`). */
const INACTIVITY = DAY;

/** When an attempt that is used now will be abandoned. */
export function abandonAt(ctx: Context): Date {
  return after(now(ctx), INACTIVITY);
}
