import { z } from 'zod';
import { data, page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { announceReturn, updateReturn } from './announce-return.ts';
import { getReturn } from './get-return.ts';
import { listReturns, scanReturn } from './list-returns.ts';
import { receiveReturn } from './receive-return.ts';
import {
  AnnounceReturnInput,
  ListReturnsInput,
  ReceiveReturnInput,
  RETURN_LIST_HEAD,
  ReturnDetail,
  ReturnIdInput,
  ReturnRow,
  ScanReturnInput,
  SettleReturnInput,
  UpdateReturnInput,
} from './schemas.ts';
import { settleReturn } from './settle-return.ts';

const section = 'Shipment';

export const returnRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/shipping/return',
    operation: 'announceReturn',
    section,
    summary: 'Announce that a parcel comes back',
    description: 'If the courier reports that a parcel was returned, its return is opened automatically.',
    permission: 'orders.ship',
    input: AnnounceReturnInput,
    answer: success(ReturnDetail),
    run: announceReturn,
  }),
  route({
    method: 'GET',
    path: '/api/open/shipping/return',
    operation: 'listReturns',
    section,
    summary: 'List returns',
    permission: 'orders.read',
    input: ListReturnsInput,
    answer: page(ReturnRow, RETURN_LIST_HEAD),
    run: listReturns,
  }),
  route({
    method: 'GET',
    path: '/api/open/shipping/return/scan',
    operation: 'scanReturn',
    section,
    summary: 'Find the return of a scanned parcel',
    permission: 'orders.read',
    input: ScanReturnInput,
    answer: data(z.array(ReturnRow)),
    run: scanReturn,
  }),
  route({
    method: 'GET',
    path: '/api/open/shipping/return/:id',
    operation: 'getReturn',
    section,
    summary: 'Get a return',
    permission: 'orders.read',
    input: ReturnIdInput,
    answer: data(ReturnDetail),
    run: getReturn,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/shipping/return/:id',
    operation: 'updateReturn',
    section,
    summary: 'Report that a parcel is on its way back, or cancel its return',
    permission: 'orders.ship',
    input: UpdateReturnInput,
    answer: success(ReturnDetail),
    run: updateReturn,
  }),
  route({
    method: 'POST',
    path: '/api/open/shipping/return/:id/receive',
    operation: 'receiveReturn',
    section,
    summary: 'Receive a parcel that came back',
    description:
      'Accounts for each unit of the parcel. Sellable units return to stock; damaged and missing ones do not.',
    permission: 'orders.ship',
    input: ReceiveReturnInput,
    answer: success(ReturnDetail, { en: 'The parcel has been received', id: 'Paket retur sudah diterima' }),
    run: receiveReturn,
  }),
  route({
    method: 'POST',
    path: '/api/open/shipping/return/:id/settle',
    operation: 'settleReturn',
    section,
    summary: 'Settle a return',
    description: 'Cancels or keeps the order, and adds to it what the return has cost.',
    permission: 'orders.write',
    input: SettleReturnInput,
    answer: success(ReturnDetail, { en: 'The return has been settled', id: 'Retur sudah diselesaikan' }),
    run: settleReturn,
  }),
];
