import type { ProviderName } from '../../integrations/mutation/port.ts';
import type { Direction } from './statements/amount-in-cell.ts';

/** A mutation as a source shows it. */
export interface SeenMutation {
  /** As the bank has it. */
  day: string;
  at: Date | null;
  direction: Direction;
  amount_idr: number;
  description: string;
  /** Of the account after it. */
  balance_idr: number | null;
  is_pending: boolean;
  /** The ID that the service gives it. */
  provider_ref: string | null;
  /** Why it pays nothing by itself, but waits for staff, where it comes in. */
  doubt?: 'AHEAD' | 'SAME_ID';
}

/** A mutation that is recorded, as far as it decides whether another is the same. */
export interface KnownMutation extends Omit<SeenMutation, 'at'> {
  id: number;
  provider: ProviderName | null;
  occurrence: number;
}
