import { useEffect, useState } from 'preact/hooks';

/** How long somebody waits before another code or link is sent, in seconds. */
export const resendAfterSeconds = 30;

/** Whole seconds until a moment (ms since the epoch), counting down. */
export function useCountdown(until: number): number {
  const left = () => Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => setSeconds(left()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return seconds;
}
