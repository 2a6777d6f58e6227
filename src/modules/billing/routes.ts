import { z } from 'zod';
import { data, file, page, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { PDF_TYPE } from '../../kernel/paper/open-paper.ts';
import { downloadBilling } from './download-billing.ts';
import { listAddons } from './list-addons.ts';
import { listBilling } from './list-billing.ts';
import { listOffers } from './list-offers.ts';
import { orderPackages } from './order-packages.ts';
import {
  Addon,
  Billing,
  BILLING_HEAD,
  BillingIdInput,
  ListBillingInput,
  Nothing,
  OrderPackagesInput,
  PackageForSale,
} from './schemas.ts';

export const billingRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/billing/addons',
    operation: 'listAddons',
    section: 'Billing',
    summary: 'List the packages of the shop',
    description:
      'With the end or the credit that is left. Unless the operator has switched billing on, all that there are, active without end.',
    permission: 'billing.manage',
    input: Nothing,
    answer: data(z.array(Addon)),
    run: listAddons,
  }),
  route({
    method: 'GET',
    path: '/api/open/billing/packages',
    operation: 'listPackages',
    section: 'Billing',
    summary: 'List the packages that can be ordered',
    permission: 'billing.manage',
    input: Nothing,
    answer: data(z.array(PackageForSale)),
    run: listOffers,
  }),
  route({
    method: 'GET',
    path: '/api/open/billing',
    operation: 'listBilling',
    section: 'Billing',
    summary: 'List invoices for packages',
    permission: 'billing.manage',
    input: ListBillingInput,
    answer: page(Billing, BILLING_HEAD),
    run: listBilling,
  }),
  route({
    method: 'GET',
    path: '/api/open/billing/:id/download',
    operation: 'downloadBilling',
    section: 'Billing',
    summary: 'Download an invoice for packages',
    permission: 'billing.manage',
    input: BillingIdInput,
    answer: file(PDF_TYPE),
    run: downloadBilling,
  }),
  route({
    method: 'POST',
    path: '/api/open/billing/order',
    operation: 'orderPackages',
    section: 'Billing',
    summary: 'Order packages',
    description:
      'Makes an invoice, which can be paid for three days. `invoice_url`, its payment page, is in the list of invoices a moment later. ' +
      'The packages start when it is paid.',
    permission: 'billing.manage',
    session_only: true,
    input: OrderPackagesInput,
    status: 201,
    answer: success(Billing),
    run: orderPackages,
  }),
];
