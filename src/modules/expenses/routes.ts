import { z } from 'zod';
import { bare, orFile, page, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { XLSX_TYPE } from '../../kernel/sheets/write-sheet.ts';
import { deleteExpense, updateExpense } from './change-expense.ts';
import { createExpense } from './create-expense.ts';
import { downloadExpenses } from './download-expenses.ts';
import { listExpenses } from './list-expenses.ts';
import {
  ChosenExpenses,
  CreateExpenseInput,
  Expense,
  ExpenseDeleted,
  ExpenseIdInput,
  ExpenseSaved,
  expensesHead,
  ListExpensesInput,
  UpdateExpenseInput,
} from './schemas.ts';

export const expenseRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/expense',
    operation: 'createExpense',
    section: 'Expense',
    summary: 'Create an expense',
    permission: 'expenses.write',
    input: CreateExpenseInput,
    answer: success(ExpenseSaved),
    run: createExpense,
  }),
  route({
    method: 'GET',
    path: '/api/open/expense',
    operation: 'listExpenses',
    tagged: 'DAY',
    section: 'Expense',
    summary: 'List expenses',
    permission: 'expenses.read',
    input: ListExpensesInput,
    answer: page(Expense, expensesHead),
    run: listExpenses,
  }),
  route({
    method: 'GET',
    path: '/api/open/expense/download',
    operation: 'downloadExpenses',
    changes: true,
    section: 'Expense',
    summary: 'Download expenses',
    description: 'If there are very many, the user receives a mail with a download link instead.',
    permission: 'expenses.read',
    input: ChosenExpenses,
    answer: orFile(bare(z.object({ response: z.string(), message: z.string() })), XLSX_TYPE),
    run: downloadExpenses,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/expense',
    operation: 'updateExpense',
    section: 'Expense',
    summary: 'Update an expense',
    description: 'Omitted fields stay as they are.',
    permission: 'expenses.write',
    input: UpdateExpenseInput,
    answer: success(ExpenseSaved),
    run: updateExpense,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/expense/:id',
    operation: 'deleteExpense',
    section: 'Expense',
    summary: 'Delete an expense',
    permission: 'expenses.write',
    input: ExpenseIdInput,
    answer: success(ExpenseDeleted, { en: 'Data has been deleted', id: 'Data telah dihapus' }),
    run: deleteExpense,
  }),
];
