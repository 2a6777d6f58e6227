import { lazy, Suspense } from 'react';
import { useStored } from '../../ui/stored.ts';
import { useOutbox } from './waiting.ts';

const WaitingOrders = lazy(() => import('./WaitingOrders.tsx'));

/** What waits on this device to be sent; the page loads what shows and sends it only where there is something. */
export function Outbox() {
  const waiting = useStored(useOutbox());
  if (waiting.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <WaitingOrders />
    </Suspense>
  );
}
