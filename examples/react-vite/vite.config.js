import { defineConfig } from 'vite';

export default defineConfig({
  // @foyer/react is a link into this repository, where another React lies beside it; a page needs one.
  resolve: { dedupe: ['react', 'react-dom'] },
  server: { port: 5173 },
});
