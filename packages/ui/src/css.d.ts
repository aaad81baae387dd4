/** Style sheets are imported as text: `import css from './card.css' with { type: 'text' }`. */
declare module '*.css' {
  const text: string;
  export default text;
}
