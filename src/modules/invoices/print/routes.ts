import { file } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { PDF_TYPE } from '../../../kernel/paper/open-paper.ts';
import { storeRoute } from '../../storefront/index.ts';
import { printInvoice } from './print-invoice.ts';
import { printOwnInvoice } from './print-own-invoice.ts';
import { PrintInvoiceInput, PrintOwnInvoiceInput } from './schemas.ts';

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
  storeRoute({
    method: 'GET',
    path: '/api/store/:subdomain/order/:token/invoice',
    operation: 'printOwnInvoice',
    summary: 'Print the invoice of an order by its token',
    description:
      'A PDF as the seller prints it, with the unique code, the amount to pay and what to do while the order is unpaid.',
    buyer: 'anyone',
    input: PrintOwnInvoiceInput,
    answer: file(PDF_TYPE),
    run: printOwnInvoice,
  }),
];
