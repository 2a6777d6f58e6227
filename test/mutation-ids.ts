import type { RouteIds } from './world.ts';

/** Operations of bank mutations that take ids. */
export const MUTATION_IDS: Record<string, RouteIds> = {
  saveMutationConnection: {
    names: { bank_id: 'bank' },
    input: () => ({ provider: 'moota', secret: 'rahasia-webhook' }),
  },
  deleteBankMutation: { names: { bank_id: 'bank' } },
  uploadMutationImport: { names: { bank_id: 'bank' } },
  getMutationImport: { names: { id: 'mutation_import' } },
  listMutationImportRows: { names: { id: 'mutation_import' } },
  applyMutationImport: { names: { id: 'mutation_import' } },
  undoMutationImport: { names: { id: 'mutation_import' } },
  getMutation: { names: { id: 'bank_mutation' } },
  listMutations: { names: { bank_id: 'bank' } },
  matchMutation: {
    names: { id: 'bank_mutation', payment_id: 'buyer_payment', 'orders.0.order_id': 'order' },
    input: ({ ids }, path) =>
      path === 'payment_id'
        ? { id: ids.bank_mutation }
        : { id: ids.bank_mutation, orders: [{ order_id: ids.order, amount: 1_000 }] },
  },
  ignoreMutation: { names: { id: 'bank_mutation' }, input: () => ({ reason: 'modal' }) },
  undoMutation: {
    names: { id: 'bank_mutation', match_id: 'mutation_match' },
    input: ({ ids }) => ({ id: ids.bank_mutation }),
  },
};
