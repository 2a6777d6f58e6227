import { file, page } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { PDF_TYPE } from '../../../kernel/paper/open-paper.ts';
import { listCustomerReceivables } from './list-customer-receivables.ts';
import { listReceivables } from './list-receivables.ts';
import { printStatement } from './print-statement.ts';
import {
  CUSTOMER_HEAD,
  CustomerReceivablesInput,
  ListReceivablesInput,
  Receivable,
  RECEIVABLE_TOTAL,
  ReceivableOrder,
  StatementInput,
} from './schemas.ts';

export const receivableRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/receivable',
    operation: 'listReceivables',
    section: 'Receivable',
    summary: 'List what customers owe',
    description:
      'By customer, with the amounts by age of the orders: accepted orders that are not paid. COD orders are not among ' +
      'them, since the courier owes what it collects. `total` sums up all that the keyword lets through.',
    permission: 'receivables.read',
    input: ListReceivablesInput,
    answer: page(Receivable, RECEIVABLE_TOTAL),
    run: listReceivables,
  }),
  route({
    method: 'GET',
    path: '/api/open/receivable/:customer_id',
    operation: 'listCustomerReceivables',
    section: 'Receivable',
    summary: 'List what a customer owes',
    description: 'The unpaid orders of a customer, the oldest first.',
    permission: 'receivables.read',
    input: CustomerReceivablesInput,
    answer: page(ReceivableOrder, CUSTOMER_HEAD),
    run: listCustomerReceivables,
  }),
  route({
    method: 'GET',
    path: '/api/open/receivable/:customer_id/statement',
    operation: 'printStatement',
    section: 'Receivable',
    summary: 'Print the statement of a customer',
    description:
      'A PDF in the language of Accept-Language: the orders that were not paid at the end of the day, what was paid of ' +
      'each until then, what is owed after each, and the sums by age.',
    permission: 'receivables.read',
    input: StatementInput,
    answer: file(PDF_TYPE),
    run: printStatement,
  }),
];
