import { z } from 'zod';
import {
  clearable,
  date,
  id,
  integer,
  optional,
  pageFields,
  rupiah,
  text,
  withDefault,
} from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { refuseUnclearPeriod, reportPeriodFields } from '../../kernel/http/report-period.ts';
import { expenseLimits } from './limits.ts';

const title = () => text({ max: 100 });
const note = () => text({ max: 1_000, multiline: true });
const quantity = () => integer({ min: 1, max: expenseLimits.expense_quantity });

export const CreateExpenseInput = z.object({
  title: title(),
  nominal: rupiah().describe('Amount of one, in rupiah.'),
  note: clearable(note()),
  qty: withDefault(quantity(), 1),
  date: optional(date()).describe('Default: today.'),
});

export const UpdateExpenseInput = z.object({
  id: id(),
  title: optional(title()),
  nominal: optional(rupiah()).describe('Amount of one, in rupiah.'),
  note: clearable(note()),
  qty: optional(quantity()),
  date: optional(date()),
});

export const ExpenseIdInput = z.object({ id: id().describe('Expense ID.') });

export const ListExpensesInput = z
  .object({ ...reportPeriodFields(), ...pageFields() })
  .superRefine(refuseUnclearPeriod);

export const ChosenExpenses = z.object(reportPeriodFields()).superRefine(refuseUnclearPeriod);

export const ExpenseSaved = named('ExpenseSaved', { id: z.int(), title: z.string() });

export const ExpenseDeleted = named('ExpenseDeleted', { id: z.int() });

export const Expense = named('Expense', {
  id: z.int(),
  title: z.string(),
  nominal: z.int(),
  qty: z.int(),
  total: z.int(),
  note: z.string(),
  date: z.string(),
  user: z.string().describe('Who recorded it.'),
});

export const expensesHead = { total: z.int().describe('Sum of all expenses of the period.') };
