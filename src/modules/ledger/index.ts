export { balanceOf, balancesOf } from './balances.ts';
export { decideTransfer } from './decide-transfer.ts';
export { credit, debit, transfer, transferAll, type Leg, type Transfer } from './transfer.ts';
