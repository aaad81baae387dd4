import type { Instance } from '../platform/context.ts';

/**
 * The environment variables by which SDKs find an instance, ready to paste: the plain names for
 * servers, then those that Next.js and Vite hand to browsers.
 *
 * @param secretKey left out of the block when it may not be shown
 */
export function envBlock(instance: Instance, baseUrl: string, secretKey: string | null): string {
  const key = instance.publishableKey;
  const script = `${baseUrl}/npm/@clerk/clerk-js@5/dist/clerk.browser.js`;
  return [
    `CLERK_PUBLISHABLE_KEY=${key}`,
    `CLERK_SECRET_KEY=${secretKey ?? '<the key printed at start>'}`,
    `CLERK_API_URL=${new URL(baseUrl).origin}/api`,
    `CLERK_PROXY_URL=${baseUrl}`,
    '',
    '# Next.js',
    `NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=${key}`,
    `NEXT_PUBLIC_CLERK_PROXY_URL=${baseUrl}`,
    `NEXT_PUBLIC_CLERK_JS_URL=${script}`,
    '',
    '# Vite',
    `VITE_CLERK_PUBLISHABLE_KEY=${key}`,
    `VITE_CLERK_PROXY_URL=${baseUrl}`,
    `VITE_CLERK_JS_URL=${script}`,
  ].join('\n');
}
