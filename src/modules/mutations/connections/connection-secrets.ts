import type { SealedColumn } from '../../../kernel/sealed/index.ts';

export const MUTATION_SECRETS: SealedColumn<'shop_id' | 'bank_account_id'> = {
  table: 'mutation_connections',
  column: 'secret',
  bound_to: ['shop_id', 'bank_account_id'],
};
