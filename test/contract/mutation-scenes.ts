import { createHmac } from 'node:crypto';
import { scene, type ContractScene } from './stage.ts';

const connectionOf = (bank_id: number) => ({
  bank_id,
  provider: 'mutasibank',
  secret: 'rahasia-webhook-contoh',
});

/** Bank accounts that change, and what comes in on them. */
export const mutationScenes: ContractScene[] = [
  scene('updateBankAccount', async (stage) => {
    const account = {
      bank_type: 'mandiriBisnisMCM',
      account_number: '1440012345678',
      holder_name: 'Budi',
      branch: 'Malang',
      corporate_id: 'PT123',
    };
    const { data } = await stage.call('createBankAccount', account);
    stage.keep('bank.third', data.bank_id);
    await stage.call('updateBankAccount', { ...account, bank_id: data.bank_id, branch: 'Batu' });
  }),
  scene('uploadMutationImport', async (stage) => {
    const rows = [
      '05/01/2026;TRSF CR BUDI;;150.123',
      '05/01/2026;BIAYA ADM;15.000;',
      'kemarin;TRSF CR SITI;;99.000',
      'Total;;15.000;150.123',
    ];
    const file = new Blob([['Tanggal;Keterangan;Debet;Kredit', ...rows].join('\n')]);
    const { data } = await stage.call('uploadMutationImport', { file, bank_id: stage.id('bank.bca') });
    stage.keep('mutation.import', data.id);
  }),
  scene('listMutationImports', async (stage) => {
    await stage.call('listMutationImports');
  }),
  scene('applyMutationImport', async (stage) => {
    await stage.call('applyMutationImport', { id: stage.id('mutation.import') });
  }),
  scene('listMutationImportRows', async (stage) => {
    await stage.call('listMutationImportRows', { id: stage.id('mutation.import') });
    await stage.call('listMutationImportRows', { id: stage.id('mutation.import'), outcome: 'WRONG' });
  }),
  scene('listMutations', async (stage) => {
    const { data } = await stage.call('listMutations', { bank_id: stage.id('bank.bca'), amount: 150_123 });
    stage.keep('mutation', data[0].id);
    await stage.call('listMutations', { type: 'DEBIT', keyword: 'biaya' });
  }),
  scene('getMutation', async (stage) => {
    await stage.call('getMutation', { id: stage.id('mutation') });
  }),
  scene('matchMutation', async (stage) => {
    const orders = [{ order_id: stage.id('order.invoiced'), amount: 1_000 }];
    await stage.call('matchMutation', { id: stage.id('mutation'), orders });
  }),
  scene('ignoreMutation', async (stage) => {
    await stage.call('ignoreMutation', { id: stage.id('mutation'), reason: 'Titipan teman' });
  }),
  scene('undoMutation', async (stage) => {
    await stage.call('undoMutation', { id: stage.id('mutation') });
    await stage.call('undoMutation', { id: stage.id('mutation') });
  }),
  scene('undoMutationImport', async (stage) => {
    await stage.call('undoMutationImport', { id: stage.id('mutation.import') });
  }),
  scene('getMutationImport', async (stage) => {
    await stage.call('getMutationImport', { id: stage.id('mutation.import') });
  }),
  scene('saveMutationConnection', async (stage) => {
    await stage.call('saveMutationConnection', connectionOf(stage.id('bank.third')));
  }),
  scene('receiveMutationCallback', async (stage) => {
    const connected = connectionOf(stage.id('bank.third'));
    const { data } = await stage.call('saveMutationConnection', connected);
    const call = {
      account_number: '1440012345678',
      data_mutasi: [
        {
          id: '6f1c',
          transaction_date: '2026-01-05 14:30:00',
          description: 'TRANSFER BUDI',
          type: 'CR',
          amount: 150_123,
          balance: 5_000_000,
        },
      ],
    };
    const signature = createHmac('sha256', connected.secret).update(JSON.stringify(call)).digest('hex');
    const [connection, provider] = data.callback_url.split('/').toReversed();
    await stage.call(
      'receiveMutationCallback',
      { provider, connection, ...call },
      { 'x-mutasibank-signature': signature },
    );
  }),
  scene('listMutationConnections', async (stage) => {
    await stage.call('listMutationConnections');
  }),
  scene('deleteBankMutation', async (stage) => {
    await stage.call('deleteBankMutation', { bank_id: stage.id('bank.third') });
  }),
  scene('deleteBankAccount', async (stage) => {
    await stage.call('deleteBankAccount', { bank_id: stage.id('bank.third') });
  }),
];
