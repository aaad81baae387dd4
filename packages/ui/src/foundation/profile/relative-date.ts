import type { Translator } from '../localization/translator.ts';

const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** “Today at 9:41 AM”, “Last Monday at …”, or a plain date for anything a week or more away. */
export function relativeDate(date: Date, text: Translator, now = new Date()): string {
  const days = Math.round((midnight(date) - midnight(now)) / 86_400_000);
  if (days === 0) return text('dates.sameDay', { date });
  if (days === -1) return text('dates.lastDay', { date });
  if (days === 1) return text('dates.nextDay', { date });
  if (days < 0 && days > -7) return text('dates.previous6Days', { date });
  if (days > 0 && days < 7) return text('dates.next6Days', { date });
  return text('dates.numeric', { date });
}
