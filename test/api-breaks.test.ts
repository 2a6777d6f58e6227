import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findBreaks, readDocument, type ApiDocument } from '../bin/api-breaks.ts';

const text = readFileSync(new URL('../openapi.json', import.meta.url), 'utf8');

/** The API's own document after a change. */
function changed(change: (document: any) => void): ApiDocument {
  const document = readDocument(text);
  change(document);
  return document;
}
const breaksOf = (change: (document: any) => void) => findBreaks(readDocument(text), changed(change));

const order = (document: any) => document.components.schemas.Order;
const orderInput = (document: any) => document.components.schemas.CreateOrderInput;
const listOrders = (document: any) => document.paths['/api/open/order'].get;

describe('clients of the committed API are broken by', () => {
  test.each<[string, (document: any) => void, RegExp]>([
    [
      'an operation that is gone',
      (d) => delete d.paths['/api/open/order'].get,
      /^GET \/api\/open\/order: is gone$/,
    ],
    [
      'another name of an operation',
      (d) => (listOrders(d).operationId = 'orders'),
      /listOrders is now called orders/,
    ],
    ['a parameter that is gone', (d) => listOrders(d).parameters.shift(), /parameter \w+ is gone/],
    [
      'a new parameter that is required',
      (d) => listOrders(d).parameters.push({ name: 'shop', in: 'query', required: true, schema: {} }),
      /new parameter shop is required/,
    ],
    ['a field of an answer that is gone', (d) => delete order(d).properties.invoice, /\.invoice: is gone/],
    [
      'a field of an answer that may be missing',
      (d) => (order(d).required = order(d).required.filter((field: string) => field !== 'invoice')),
      /\.invoice: may be missing/,
    ],
    [
      'a field of an answer that has another type',
      (d) => (order(d).properties.po_number = { type: 'string' }),
      /\.po_number: can be string/,
    ],
    [
      'a field of an answer that can be null',
      (d) => (order(d).properties.invoice = { anyOf: [{ type: 'string' }, { type: 'null' }] }),
      /\.invoice: can be null/,
    ],
    [
      'a new required field of an input',
      (d) => orderInput(d).required.push('note'),
      /body\.note: is required/,
    ],
    [
      'a value of an input that is taken no more',
      (d) => orderInput(d).properties.source.enum.shift(),
      /body\.source: MOBILE is no longer taken/,
    ],
    [
      'a field of an input that takes less',
      (d) => (orderInput(d).properties.note.maxLength = 10),
      /body\.note: maxLength is 10/,
    ],
    [
      'a field of an input that is read no more',
      (d) => delete orderInput(d).properties.coupon_code,
      /body\.coupon_code: is no longer read/,
    ],
    ['an operation that needs a key', (d) => delete d.paths['/api/account/login'].post.security, /signed in/],
  ])('%s', (_title, change, sentence) => {
    const breaks = breaksOf(change);
    expect(breaks.join('\n')).toMatch(sentence);
  });
});

describe('clients of the committed API are not broken by', () => {
  test.each<[string, (document: any) => void]>([
    ['nothing', () => undefined],
    ['a new field of an answer', (d) => (order(d).properties.tag = { type: 'string' })],
    ['a new optional field of an input', (d) => (orderInput(d).properties.tag = { type: 'string' })],
    ['a new value that an input may have', (d) => orderInput(d).properties.source.enum.push('APP')],
    ['a longer text that an input may have', (d) => (orderInput(d).properties.note.maxLength = 4_000)],
    ['a new operation', (d) => (d.paths['/api/open/new'] = { get: listOrders(d) })],
    [
      'a component with another name',
      (d) => {
        d.components.schemas.SalesOrder = order(d);
        listOrders(d).responses['200'].content['application/json'].schema.properties.data.items.$ref =
          '#/components/schemas/SalesOrder';
      },
    ],
  ])('%s', (_title, change) => {
    expect(breaksOf(change)).toEqual([]);
  });
});
