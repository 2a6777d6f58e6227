import { z } from 'zod';
import { bare, data, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { createBankAccount } from './create-bank-account.ts';
import { deleteBankAccount } from './delete-bank-account.ts';
import { getBankAccount } from './get-bank-account.ts';
import { listBankAccounts } from './list-bank-accounts.ts';
import { listBanks } from './list-banks.ts';
import { listXenditBanks } from './list-xendit-banks.ts';
import {
  BankAccount,
  BankAccountIdInput,
  BankAccountName,
  CreateBankAccountInput,
  DeleteBankAccountInput,
  ListBankAccountsInput,
  ListBanksInput,
  ListXenditBanksInput,
  ListedBank,
  ListedXenditBank,
  UpdateBankAccountInput,
} from './schemas.ts';
import { updateBankAccount } from './update-bank-account.ts';

const section = 'Bank';

export const paymentRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/bank/master',
    operation: 'listBanks',
    section,
    summary: 'List banks',
    permission: 'reference.read',
    input: ListBanksInput,
    answer: data(z.array(ListedBank)),
    run: listBanks,
  }),
  route({
    method: 'GET',
    path: '/api/open/bank/xendit',
    operation: 'listXenditBanks',
    section,
    summary: 'List Xendit banks',
    permission: 'reference.read',
    input: ListXenditBanksInput,
    answer: data(z.array(ListedXenditBank)),
    run: listXenditBanks,
  }),
  route({
    method: 'POST',
    path: '/api/open/bank/create',
    operation: 'createBankAccount',
    section,
    summary: 'Create a bank account',
    description:
      '`username` and `pin` are accepted but never stored, because the server does not sign in to banks. We ' +
      'recommend leaving them out.',
    permission: 'banks.write',
    input: CreateBankAccountInput,
    answer: success(BankAccountName),
    run: createBankAccount,
  }),
  route({
    method: 'GET',
    path: '/api/open/bank',
    operation: 'listBankAccounts',
    tagged: 'DAY',
    section,
    summary: 'List bank accounts',
    permission: 'banks.read',
    input: ListBankAccountsInput,
    answer: data(z.array(BankAccount)),
    run: listBankAccounts,
  }),
  route({
    method: 'GET',
    path: '/api/open/bank/:id/detail',
    operation: 'getBankAccount',
    tagged: 'DAY',
    section,
    summary: 'Get a bank account',
    permission: 'banks.read',
    input: BankAccountIdInput,
    answer: bare(BankAccount),
    run: getBankAccount,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/bank/update',
    operation: 'updateBankAccount',
    section,
    summary: 'Update a bank account',
    description:
      'Fields that are left out stay as they are. `username` and `pin` are accepted but never stored.',
    permission: 'banks.write',
    input: UpdateBankAccountInput,
    answer: success(BankAccountName),
    run: updateBankAccount,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/bank/delete/:bank_id',
    operation: 'deleteBankAccount',
    section,
    summary: 'Delete a bank account',
    description:
      'It is no longer listed, and no payment can be made to it. Orders that were paid into it still show it. Its account ' +
      'number can be used again.',
    permission: 'banks.write',
    input: DeleteBankAccountInput,
    answer: success(z.null()),
    run: deleteBankAccount,
  }),
];
