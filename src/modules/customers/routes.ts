import { z } from 'zod';
import { bare, data, orFile, page, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { XLSX_TYPE } from '../../kernel/sheets/write-sheet.ts';
import { changeActivation } from './change-activation.ts';
import { countByMonth } from './count-by-month.ts';
import { createCustomerCategory } from './create-category.ts';
import { createCustomer } from './create-customer.ts';
import { downloadCustomers } from './download-customers.ts';
import { listCustomerCategories } from './list-categories.ts';
import { listCustomers } from './list-customers.ts';
import {
  AccountSet,
  ActivationChanged,
  ChangeActivationInput,
  CreateCustomerCategoryInput,
  CreateCustomerInput,
  CustomerCategory,
  CustomerCategoryCreated,
  CustomerChanged,
  CustomerCreated,
  CustomerRow,
  DownloadCustomersInput,
  ListCategoriesInput,
  ListCustomersInput,
  MonthCount,
  SetAccountInput,
  UpdateCustomerCategoryInput,
  UpdateCustomerInput,
} from './schemas.ts';
import { setAccount } from './set-account.ts';
import { updateCustomerCategory } from './update-category.ts';
import { updateCustomer } from './update-customer.ts';

export const customerRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/customer-category',
    operation: 'listCustomerCategories',
    tagged: 'DAY',
    section: 'Customer Category',
    summary: 'List customer categories',
    permission: 'customers.read',
    input: ListCategoriesInput,
    answer: data(z.array(CustomerCategory)),
    run: listCustomerCategories,
  }),
  route({
    method: 'POST',
    path: '/api/open/customer-category/create',
    operation: 'createCustomerCategory',
    section: 'Customer Category',
    summary: 'Create a customer category',
    description:
      'A shop can have up to three customer categories, with the codes 1 to 3. A new category is inactive ' +
      'until it is activated with Update a customer category.',
    permission: 'customers.write',
    input: CreateCustomerCategoryInput,
    answer: success(CustomerCategoryCreated),
    run: createCustomerCategory,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/customer-category/update',
    operation: 'updateCustomerCategory',
    section: 'Customer Category',
    summary: 'Update a customer category',
    permission: 'customers.write',
    input: UpdateCustomerCategoryInput,
    answer: success(CustomerCategory),
    run: updateCustomerCategory,
  }),
  route({
    method: 'POST',
    path: '/api/open/customer/create',
    operation: 'createCustomer',
    section: 'Customer',
    summary: 'Create a customer',
    permission: 'customers.write',
    input: CreateCustomerInput,
    answer: success(CustomerCreated),
    run: createCustomer,
  }),
  route({
    method: 'GET',
    path: '/api/open/customer',
    operation: 'listCustomers',
    tagged: 'DAY',
    section: 'Customer',
    summary: 'List customers',
    description: 'Parameters can be sent in the query string or in a JSON body.',
    permission: 'customers.read',
    input: ListCustomersInput,
    answer: page(CustomerRow),
    run: listCustomers,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/customer/update',
    operation: 'updateCustomer',
    section: 'Customer',
    summary: 'Update a customer',
    permission: 'customers.write',
    input: UpdateCustomerInput,
    answer: success(CustomerChanged),
    run: updateCustomer,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/customer/activation-status',
    operation: 'changeCustomerActivation',
    section: 'Customer',
    summary: 'Change the status of a customer',
    permission: 'customers.write',
    input: ChangeActivationInput,
    answer: bare(ActivationChanged),
    run: changeActivation,
  }),
  route({
    method: 'POST',
    path: '/api/open/customer/privor-activation',
    operation: 'setCustomerAccount',
    section: 'Customer',
    summary: 'Set the storefront account of a customer',
    permission: 'customers.write',
    input: SetAccountInput,
    answer: bare(AccountSet),
    run: setAccount,
  }),
  route({
    method: 'GET',
    path: '/api/open/customer/per-month',
    operation: 'countCustomersByMonth',
    section: 'Customer',
    summary: 'Get customer counts by month',
    permission: 'customers.read',
    input: z.object({}),
    answer: success(z.array(MonthCount)),
    run: countByMonth,
  }),
  route({
    method: 'GET',
    path: '/api/open/customer/download',
    operation: 'downloadCustomers',
    changes: true,
    section: 'Customer',
    summary: 'Download customers',
    description:
      'The user receives a mail with a download link. With `without_being_sent`, the response is the file ' +
      'itself.',
    permission: 'customers.write',
    input: DownloadCustomersInput,
    answer: orFile(bare(z.object({ response: z.string() })), XLSX_TYPE),
    run: downloadCustomers,
  }),
];
