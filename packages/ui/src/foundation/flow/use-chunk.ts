import { useEffect, useState } from 'preact/hooks';

/** A part of a component that is loaded on its own: undefined until it is there; a failure to load is thrown. */
export function useChunk<Chunk>(load: () => Promise<Chunk>): Chunk | undefined {
  const [state, setState] = useState<{ chunk?: Chunk; failure?: unknown }>({});
  useEffect(() => {
    let current = true;
    const settle = (settled: typeof state) => {
      if (current) setState(settled);
    };
    load().then(chunk => settle({ chunk }), (failure: unknown) => settle({ failure }));
    return () => {
      current = false;
    };
  }, [load]);
  if (state.failure) throw state.failure;
  return state.chunk;
}
