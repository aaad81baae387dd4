import type { JSX } from 'preact';

/** Simple marks, drawn by us, on a 16 × 16 grid. Every other provider shows its initial. */
export const glyphs: Record<string, () => JSX.Element> = {
  google: () => (
    <g fill="none" stroke-width="2.6">
      <path stroke="#4285f4" d="M8.2 8h5.6A5.8 5.8 0 0 1 12 12.2" />
      <path stroke="#34a853" d="M12 12.2a5.8 5.8 0 0 1-8.9-1.1" />
      <path stroke="#fbbc05" d="M3.1 11.1a5.8 5.8 0 0 1 0-6.2" />
      <path stroke="#ea4335" d="M3.1 4.9A5.8 5.8 0 0 1 12 3.8" />
    </g>
  ),
  microsoft: () => (
    <>
      <path fill="#f25022" d="M1.5 1.5h6v6h-6z" />
      <path fill="#7fba00" d="M8.5 1.5h6v6h-6z" />
      <path fill="#00a4ef" d="M1.5 8.5h6v6h-6z" />
      <path fill="#ffb900" d="M8.5 8.5h6v6h-6z" />
    </>
  ),
  facebook: () => (
    <>
      <circle cx="8" cy="8" r="7" fill="#1877f2" />
      <path fill="none" stroke="#fff" stroke-width="1.9" d="M10.6 4.6H9.7c-1 0-1.6.6-1.6 1.6V15M6 8.3h4.2" />
    </>
  ),
  github: () => (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path
        fill="var(--f-bg)"
        d="M6.2 14.7v-2.3c-1.6.3-2-.5-2.2-1.1M9.8 14.7v-2.6c0-.6-.2-1-.5-1.3 1.8-.2 3-1 3-3.2 0-.8-.2-1.4-.7-1.9.1-.3.2-1-.1-1.8 0 0-.7-.1-1.8.7a6 6 0 0 0-3.4 0c-1.1-.8-1.8-.7-1.8-.7-.3.8-.2 1.5-.1 1.8-.5.5-.7 1.1-.7 1.9 0 2.2 1.2 3 3 3.2-.3.3-.5.8-.5 1.3v2.6h3.6Z"
      />
    </>
  ),
  apple: () => (
    <path
      fill="currentColor"
      d="M10.9 1.2c.1 1.5-1.2 2.9-2.7 2.9-.2-1.5 1.2-2.8 2.7-2.9ZM8.3 5.2c.6 0 1.4-.7 2.6-.7.9 0 1.9.5 2.5 1.4-2.2 1.3-1.8 4.3.4 5.2-.5 1.4-1.7 3.4-3 3.4-.9 0-1.2-.6-2.3-.6s-1.5.6-2.3.6c-1.4 0-3.5-3-3.5-5.6 0-2.7 1.7-4.2 3.3-4.2 1.1 0 1.8.5 2.3.5Z"
    />
  ),
  x: () => <path fill="none" stroke="currentColor" stroke-width="1.8" d="m2.5 2.5 11 11M13.3 2.5l-10.6 11" />,
  linkedin: () => (
    <>
      <rect x="1" y="1" width="14" height="14" rx="2.5" fill="#0a66c2" />
      <path fill="none" stroke="#fff" stroke-width="1.9" d="M4.5 6.5v5.5M4.5 4v.1M7.5 12V6.5M7.5 9c0-1.5.8-2.4 2-2.4s1.9.8 1.9 2.2V12" />
    </>
  ),
  metamask: () => (
    <>
      <path fill="#e27625" d="m1.8 2 4.7 3h3l4.7-3-1 5.2 1 4-2.7 2.3-2.2.9H6.7l-2.2-.9-2.7-2.3 1-4Z" />
      <path fill="none" stroke="#fff" stroke-width="1.3" d="m4.6 8.4 1.8.9M11.4 8.4l-1.8.9" />
    </>
  ),
  coinbase_wallet: () => (
    <>
      <circle cx="8" cy="8" r="7" fill="#1652f0" />
      <path fill="none" stroke="#fff" stroke-width="2.2" d="M10.9 6.7a3.2 3.2 0 1 0 0 2.6" />
    </>
  ),
  okx_wallet: () => <path fill="currentColor" d="M2.5 2.5h3.7v3.7h3.6V2.5h3.7v3.7H9.8v3.6h3.7v3.7H9.8V9.8H6.2v3.7H2.5V9.8h3.7V6.2H2.5Z" />,
  base: () => (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="3" fill="#2b5cf6" />
      <path stroke="#fff" stroke-width="2" d="M1.5 8h7" />
    </>
  ),
  gitlab: () => <path fill="#e2571e" d="M8 14.5 1.5 9.5 3.2 2.5l2 4.5h5.6l2-4.5 1.7 7L8 14.5Z" />,
};
glyphs['linkedin_oidc'] = glyphs['linkedin'] as () => JSX.Element;
