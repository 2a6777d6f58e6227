import { useEffect } from 'react';
import { tell } from '../../ui/notice.tsx';
import { api } from '../session/api.ts';
import { queries } from '../session/session.ts';

interface Told {
  id: string;
  body: string;
  is_read: boolean;
  action: { type: string } | null;
}

/** What lists are of, that a piece of news may have changed. */
const TOUCHED = [['home'], ['orders'], ['notifications'], ['jobs'], ['parcels'], ['stock']];

/** Hears what happens in the shop as long as the page is open: lists on the screen are read anew, and it is told in a corner. */
export function useLiveNews(): void {
  useEffect(() => {
    const ending = new AbortController();
    void listen(ending.signal);
    return () => ending.abort();
  }, []);
}

async function listen(signal: AbortSignal): Promise<void> {
  try {
    for await (const { event, data } of api.news({ signal })) {
      if (event === 'ready') continue;
      for (const queryKey of TOUCHED) void queries.invalidateQueries({ queryKey });
      if (event === 'notification') tell((data as Told).body);
    }
  } catch {
    // Not signed in any more: the next request says so, and asks for the password.
  }
}
