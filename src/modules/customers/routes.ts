import { z } from 'zod';
import { bare, data, orFile, page, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { XLSX_TYPE } from '../../kernel/sheets/write-sheet.ts';
import { changeActivation } from './change-activation.ts';
import { countByMonth } from './count-by-month.ts';
import { createCategory } from './create-category.ts';
import { createCustomer } from './create-customer.ts';
import { downloadCustomers } from './download-customers.ts';
import { listCategories } from './list-categories.ts';
import { listCustomers } from './list-customers.ts';
import {
  AccountSet,
  ActivationChanged,
  CategoryMade,
  ChangeActivationInput,
  CreateCategoryInput,
  CreateCustomerInput,
  CustomerCategory,
  CustomerChanged,
  CustomerMade,
  CustomerRow,
  DownloadCustomersInput,
  ListCategoriesInput,
  ListCustomersInput,
  MonthCount,
  SetAccountInput,
  UpdateCategoryInput,
  UpdateCustomerInput,
} from './schemas.ts';
import { setAccount } from './set-account.ts';
import { updateCategory } from './update-category.ts';
import { updateCustomer } from './update-customer.ts';

export const customerRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/customer-category',
    operation: 'listCustomerCategories',
    section: 'Customer Category',
    summary: 'List customer categories',
    permission: 'customers.read',
    input: ListCategoriesInput,
    answer: data(z.array(CustomerCategory)),
    run: listCategories,
  }),
  route({
    method: 'POST',
    path: '/api/open/customer-category/create',
    operation: 'createCustomerCategory',
    section: 'Customer Category',
    summary: 'Create a customer category',
    description: 'Up to three, with the codes 1 to 3. It is used once it is switched on.',
    permission: 'customers.write',
    input: CreateCategoryInput,
    answer: success(CategoryMade),
    run: createCategory,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/customer-category/update',
    operation: 'updateCustomerCategory',
    section: 'Customer Category',
    summary: 'Update a customer category',
    permission: 'customers.write',
    input: UpdateCategoryInput,
    answer: success(CustomerCategory),
    run: updateCategory,
  }),
  route({
    method: 'POST',
    path: '/api/open/customer/create',
    operation: 'createCustomer',
    section: 'Customer',
    summary: 'Create a customer',
    permission: 'customers.write',
    input: CreateCustomerInput,
    answer: success(CustomerMade),
    run: createCustomer,
  }),
  route({
    method: 'GET',
    path: '/api/open/customer',
    operation: 'listCustomers',
    section: 'Customer',
    summary: 'List customers',
    description: 'Parameters are read from the query string or from a JSON body.',
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
    summary: 'Refuse, accept, activate, block, unblock or delete a customer',
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
    summary: 'Give a customer an account of the Storefront, or take it away',
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
    summary: 'Count the customers added in each month',
    permission: 'customers.read',
    input: z.object({}),
    answer: success(z.array(MonthCount)),
    run: countByMonth,
  }),
  route({
    method: 'GET',
    path: '/api/open/customer/download',
    operation: 'downloadCustomers',
    section: 'Customer',
    summary: 'Have customers as an Excel file',
    description: 'A link to it is mailed, or with `without_being_sent` the file is the answer.',
    permission: 'customers.write',
    input: DownloadCustomersInput,
    answer: orFile(bare(z.object({ response: z.string() })), XLSX_TYPE),
    run: downloadCustomers,
  }),
];
