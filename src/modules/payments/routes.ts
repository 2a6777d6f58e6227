import { z } from 'zod';
import { bare, data, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { createBankAccount } from './create-bank-account.ts';
import { getBankAccount } from './get-bank-account.ts';
import { listBankAccounts } from './list-bank-accounts.ts';
import { listBanks } from './list-banks.ts';
import { listXenditBanks } from './list-xendit-banks.ts';
import {
  BankAccount,
  BankAccountIdInput,
  BankAccountName,
  CreateBankAccountInput,
  ListBankAccountsInput,
  ListBanksInput,
  ListXenditBanksInput,
  ListedBank,
  ListedXenditBank,
} from './schemas.ts';

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
    section,
    summary: 'Get a bank account',
    permission: 'banks.read',
    input: BankAccountIdInput,
    answer: bare(BankAccount),
    run: getBankAccount,
  }),
];
