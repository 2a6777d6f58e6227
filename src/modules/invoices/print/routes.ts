import { file } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { PDF_TYPE } from '../../../kernel/paper/open-paper.ts';
import { printInvoice } from './print-invoice.ts';
import { PrintInvoiceInput } from './schemas.ts';

export const printRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/order/:id/invoice',
    operation: 'printInvoice',
    section: 'Order',
    summary: 'Print the invoice of an order',
    description:
      'A PDF in the language of Accept-Language: the shop with its logo, customer and receiver, products with discounts, ' +
      'shipping and costs, what was paid, what is due, and the bank accounts to pay to. It is for the customer who ordered. ' +
      'The invoice of a dropship order says that it does not belong into the parcel.',
    permission: 'invoices.read',
    input: PrintInvoiceInput,
    answer: file(PDF_TYPE),
    run: printInvoice,
  }),
];
