import { useMemo } from 'preact/hooks';
import { useScope } from '../scope.ts';
import { encodeQr } from './encode.ts';

/** Modules of white that scanners need around a code (ISO/IEC 18004 §5.3.8). */
const quietZone = 4;

/** A QR code, always dark on white: scanners need the contrast in dark themes too. */
export function QrCode({ content, label }: { content: string; label: string }) {
  const { cl } = useScope();
  const { size, path } = useMemo(() => {
    const rows = encodeQr(content);
    const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])));
    return { size: rows.length + quietZone * 2, path: squares.join('') };
  }, [content]);
  return (
    <div class={cl('qrCodeRow')}>
      <div class={cl('qrCodeContainer')}>
        <svg viewBox={`${-quietZone} ${-quietZone} ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
          <path d={path} fill="#000" />
        </svg>
      </div>
    </div>
  );
}
