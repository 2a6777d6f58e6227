import { mutationLimits } from '../../src/modules/mutations/limits.ts';
import { DAY, FIRST, ID, MOMENT, PERSON, type FilledTable } from './row-parts.ts';

/** What came in on one of the shop's accounts. */
export const MUTATION_ROWS: FilledTable[] = [
  [
    'bank_mutations',
    {
      id: ID,
      bank_account_id: `${FIRST} + 1`,
      account_key: `(${FIRST} + 1)::text`,
      day: DAY,
      direction: `(array['CREDIT', 'CREDIT', 'DEBIT'])[1 + n % 3]`,
      amount_idr: '50000 + n',
      occurrence: '1',
      description: `'TRSF E-BANKING CR ' || ${PERSON}`,
      search_text: `lower(' TRSF E-BANKING CR ' || ${PERSON})`,
      state: `(array['QUEUED', 'MATCHED', 'OUTGOING'])[1 + n % 3]`,
      fault: `case when n % 3 = 0 then 'UNKNOWN' end`,
      matched_idr: 'case when n % 3 = 1 then 50000 + n else 0 end',
      created_at: MOMENT,
    },
  ],
  [
    'mutation_imports',
    {
      id: ID,
      bank_account_id: `${FIRST} + 1`,
      file_name: `'mutasi.csv'`,
      status: `'APPLIED'`,
      columns: `'[]'`,
      row_total: '250',
      created_by: 'owner.id',
      created_at: MOMENT,
      applied_at: MOMENT,
    },
    mutationLimits.mutation_imports,
  ],
  [
    'mutation_import_rows',
    {
      import_id: `${FIRST} + 1`,
      row_number: 'n',
      outcome: `(array['RECORDED', 'KNOWN', 'WRONG'])[1 + n % 3]`,
      text: `'05/01/2026 | TRSF E-BANKING CR | 50.123'`,
      day: DAY,
      direction: `'CREDIT'`,
      amount_idr: '50000 + n',
      description: `'TRSF E-BANKING CR ' || ${PERSON}`,
      mutation_id: `case when n % 3 < 2 then ${FIRST} + n end`,
    },
  ],
  [
    'mutation_layouts',
    {
      bank_account_id: `${FIRST} + 1`,
      layout: `'bentuk' || n`,
      columns: `'{"day": "Kapan"}'`,
      kept_at: MOMENT,
    },
    mutationLimits.mutation_layouts,
  ],
  [
    'mutation_matches',
    {
      mutation_id: ID,
      id: ID,
      kind: `'ORDER'`,
      order_id: ID,
      payment_id: ID,
      amount_idr: '50000',
      created_by: 'owner.id',
      created_at: MOMENT,
      undone_by: 'owner.id',
      undone_at: MOMENT,
    },
  ],
];
