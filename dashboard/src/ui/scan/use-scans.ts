import { ConnectionError } from 'ngorder-sdk';
import { useEffect, useRef, useState } from 'react';
import { explain } from '../explain.ts';
import { signal, type ScanTone } from './signal.ts';

/** How a scan ended, and what it says to the person. */
export interface ScanResult {
  tone: ScanTone;
  message: string;
}

/** How many scans there were, so that the same result twice is seen to be two. */
type Told = ScanResult & { number: number };

/**
 * Codes are handled one after the other in the order of their scans: a scanner is faster than the network.
 * @param onUnanswered gets a code that no answer came for, so that it is not lost
 */
export function useScans(
  onScan: (code: string) => Promise<ScanResult>,
  onUnanswered: (code: string) => void,
): { scan: (code: string) => void; last: Told | undefined; waiting: number } {
  const latest = useRef({ onScan, onUnanswered });
  const queue = useRef<Promise<void>>(Promise.resolve());
  const [last, setLast] = useState<Told>();
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    latest.current = { onScan, onUnanswered };
  });
  const handle = async (code: string) => {
    const result = await latest.current.onScan(code).catch((error: unknown): ScanResult => {
      if (error instanceof ConnectionError) latest.current.onUnanswered(code);
      return { tone: 'wrong', message: explain(error).message };
    });
    signal(result.tone);
    setLast((before) => ({ ...result, number: (before?.number ?? 0) + 1 }));
    setWaiting((count) => count - 1);
  };
  return {
    last,
    waiting,
    scan: (code) => {
      setWaiting((count) => count + 1);
      queue.current = queue.current.then(() => handle(code));
    },
  };
}
