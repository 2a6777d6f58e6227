import { z } from 'zod';
import { data, page, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { createCustomer } from './create-customer.ts';
import { listCategories } from './list-categories.ts';
import { listCustomers } from './list-customers.ts';
import {
  CreateCustomerInput,
  CustomerCategory,
  CustomerChanged,
  CustomerMade,
  CustomerRow,
  ListCategoriesInput,
  ListCustomersInput,
  UpdateCustomerInput,
} from './schemas.ts';
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
];
