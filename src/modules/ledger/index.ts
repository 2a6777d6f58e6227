export { balanceOf, balancesOf, holdOf, lockBalances, onHoldOf } from './balances.ts';
export { decideTransfer } from './decide-transfer.ts';
export { credit, debit, transfer, transferAll, type Leg, type Transfer } from './transfer.ts';
export type { TransferKind } from './transfer-kinds.ts';
export type { TransferOutcome } from './write-transfers.ts';
