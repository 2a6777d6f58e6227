import { scene, type ContractScene } from './stage.ts';

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
  scene('deleteBankAccount', async (stage) => {
    await stage.call('deleteBankAccount', { bank_id: stage.id('bank.third') });
  }),
];
