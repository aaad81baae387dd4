/** Our line icons, drawn on a 16 × 16 grid. */
const paths = {
  alert: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5ZM8 5v3.5M8 11h.01',
  arrow: 'M3 8h9.5M9 4.5 12.5 8 9 11.5',
  camera: 'M2 5.5h2.5L5.75 3.5h4.5l1.25 2H14v7.75H2V5.5ZM8 11.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5Z',
  check: 'm3 8.5 3.25 3.25L13 5',
  chevron: 'm4 6 4 4 4-4',
  close: 'm4 4 8 8M12 4l-8 8',
  code: 'M2.5 4h11v8h-11zM5 8h.01M8 8h.01M11 8h.01',
  copy: 'M5.5 5.5h8v8h-8zM3 10.5h-.5v-8h8V3',
  desktop: 'M2 3h12v8H2zM8 11v2.5M5 13.5h6',
  dots: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  eye: 'M1.5 8S4 3.75 8 3.75 14.5 8 14.5 8 12 12.25 8 12.25 1.5 8 1.5 8ZM8 9.75a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5Z',
  eyeOff: 'M6.2 4A6 6 0 0 1 8 3.75c4 0 6.5 4.25 6.5 4.25a11 11 0 0 1-1.9 2.3M10 11.9a5.8 5.8 0 0 1-2 .35C4 12.25 1.5 8 1.5 8a11 11 0 0 1 2.4-2.75M2.5 2.5l11 11',
  gear: 'M8 10.1a2.1 2.1 0 1 0 0-4.2 2.1 2.1 0 0 0 0 4.2ZM6.7 3.2L6.9 1.5L9.1 1.5L9.3 3.2L10.5 3.7L11.8 2.6L13.4 4.2L12.3 5.5L12.8 6.7L14.5 6.9L14.5 9.1L12.8 9.3L12.3 10.5L13.4 11.8L11.8 13.4L10.5 12.3L9.3 12.8L9.1 14.5L6.9 14.5L6.7 12.8L5.5 12.3L4.2 13.4L2.6 11.8L3.7 10.5L3.2 9.3L1.5 9.1L1.5 6.9L3.2 6.7L3.7 5.5L2.6 4.2L4.2 2.6L5.5 3.7Z',
  key: 'M5.25 13a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5ZM7.5 7.5 13 2M10.5 4.5l2 2',
  link: 'M6.5 9.5 9.5 6.5M7 4.5l1-1a3.2 3.2 0 0 1 4.5 4.5l-1 1M9 11.5l-1 1A3.2 3.2 0 0 1 3.5 8l1-1',
  mail: 'M2 3.5h12v9H2zM2 4.5l6 4.25 6-4.25',
  mobile: 'M4.5 1.75h7v12.5h-7zM8 12h.01',
  pencil: 'M10.75 2.75 13.25 5.25 5.5 13H3v-2.5l7.75-7.75ZM9 4.5 11.5 7',
  phone: 'M3 2.5h2.75L7 5.75 5.5 7a8 8 0 0 0 3.5 3.5L10.25 9l3.25 1.25V13c-6 .75-11.25-4.5-10.5-10.5Z',
  plus: 'M8 3v10M3 8h10',
  shield: 'M8 1.75 13 3.5V8c0 3-2 5.25-5 6.25C5 13.25 3 11 3 8V3.5L8 1.75Z',
  signOut: 'M6 2.5H3v11h3M7 8h6.5M10.5 5l3 3-3 3',
  switch: 'M3 5.5h9.5M10 3l2.5 2.5L10 8M13 10.5H3.5M6 8l-2.5 2.5L6 13',
  user: 'M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8ZM2.75 13.5c.6-2.25 2.6-3.5 5.25-3.5s4.65 1.25 5.25 3.5',
} as const;

export type IconName = keyof typeof paths;

/** A decorative line icon in the colour of the text around it. */
export function Icon(props: { name: IconName; class?: string }) {
  return (
    <svg
      class={props.class}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width={props.name === 'dots' ? 2 : 1.5}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[props.name]} />
    </svg>
  );
}
