import { useEffect, useState } from 'preact/hooks';

/**
 * A part of a component that is loaded on its own: undefined until it is there; a failure to load is thrown.
 *
 * @param load the same function at every drawing; none as long as the part is not wanted.
 */
export function useChunk<Chunk>(load: (() => Promise<Chunk>) | undefined): Chunk | undefined {
  const [state, setState] = useState<{ chunk?: Chunk; failure?: unknown }>({});
  useEffect(() => {
    if (!load) return undefined;
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
