import { createHash } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import { imageAddress } from './address.ts';

/**
 * Address of a generated avatar: initials on a gradient. Everything that it shows is in the address,
 * so it needs no look-up, tells nothing about anybody and can be cached for ever.
 *
 * @param seed whose avatar it is; decides the colours
 */
export function avatarUrl(ctx: Context, seed: string, initials: string): string {
  const hue = createHash('sha256').update(seed).digest().readUInt16BE(0) % 360;
  const letters = initials === '' ? '' : `-${encodeURIComponent(initials)}`;
  return imageAddress(ctx, `/v1/avatars/${hue}${letters}.svg`);
}

/** The letters that stand for a person, at most two. */
export function initialsOf(...names: readonly (string | null)[]): string {
  return names
    .map((name) => [...(name ?? '').normalize('NFC')].find((character) => /[\p{L}\p{N}]/u.test(character)) ?? '')
    .join('')
    .toUpperCase();
}

/** @param hue of the gradient's first colour, in degrees */
export function drawAvatar(hue: number, initials: string): string {
  const text =
    initials === ''
      ? '<g fill="#fff" fill-opacity=".9"><circle cx="64" cy="52" r="22"/><path d="M22 118a42 38 0 0 1 84 0z"/></g>'
      : `<text x="64" y="64" dy=".35em" text-anchor="middle" fill="#fff" font-family="system-ui,sans-serif" font-size="52" font-weight="600">${escapeXml(initials)}</text>`;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128">' +
    '<linearGradient id="g" x1="0" y1="0" x2="1" y2="1">' +
    `<stop stop-color="hsl(${hue} 60% 50%)"/><stop offset="1" stop-color="hsl(${(hue + 40) % 360} 65% 38%)"/>` +
    `</linearGradient><rect width="128" height="128" fill="url(#g)"/>${text}</svg>`
  );
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
