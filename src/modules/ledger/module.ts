import type { Module } from '../../kernel/module.ts';
import { decideTransferFunction } from './decide-transfer.ts';
import { findBalanceDifferences, findHoldDifferences, findTransferDifferences } from './differences.ts';
import { writeTransfersFunction } from './write-transfers.ts';

export const ledgerModule: Module = {
  name: 'ledger',
  tables: ['ledger_accounts', 'ledger_transfers', 'ledger_entries'],
  functions: [writeTransfersFunction, decideTransferFunction],
  checks: [
    {
      title: 'balances of the ledger are the sums of its entries, and reserve what is pending',
      find: findBalanceDifferences,
    },
    { title: 'every transfer of the ledger adds up to 0', find: findTransferDifferences },
    { title: 'no more is taken of an order than it has on hold', find: findHoldDifferences },
  ],
};
