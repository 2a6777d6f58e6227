import { z } from 'zod';
import { success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { listConnections } from './list-connections.ts';
import { removeConnection } from './remove-connection.ts';
import { saveConnection, testNewKey } from './save-connection.ts';
import {
  ConnectionRemoved,
  CourierConnection,
  CourierConnectionSaved,
  ListConnectionsInput,
  RemoveConnectionInput,
  SaveConnectionInput,
  TestConnectionInput,
} from './schemas.ts';
import { testConnection } from './test-connection.ts';

const PATH = '/api/open/setting/courier/connection';
const SECTION = 'Setting Storefront Courier';

export const connectionRoutes: Route[] = [
  route({
    method: 'GET',
    path: PATH,
    operation: 'listCourierConnections',
    section: SECTION,
    summary: 'List connections with courier vendors',
    description: 'All vendors with what they offer, and the connections of the shop. API keys are not shown.',
    permission: 'courier_keys.manage',
    session_only: true,
    input: ListConnectionsInput,
    answer: success(z.array(CourierConnection)),
    run: listConnections,
  }),
  route({
    method: 'PUT',
    path: PATH,
    operation: 'saveCourierConnection',
    section: SECTION,
    summary: 'Connect with a courier vendor',
    description:
      'Tests the API key and stores it encrypted. Saving again replaces the key and the callback address.',
    permission: 'courier_keys.manage',
    session_only: true,
    fresh_login: true,
    input: SaveConnectionInput,
    answer: success(CourierConnectionSaved),
    prepare: testNewKey,
    run: saveConnection,
  }),
  route({
    method: 'POST',
    path: `${PATH}/test`,
    operation: 'testCourierConnection',
    section: SECTION,
    summary: 'Test a connection with a courier vendor',
    permission: 'courier_keys.manage',
    session_only: true,
    repeatable: true,
    input: TestConnectionInput,
    answer: success(CourierConnection),
    run: testConnection,
  }),
  route({
    method: 'DELETE',
    path: PATH,
    operation: 'removeCourierConnection',
    section: SECTION,
    summary: 'Disconnect from a courier vendor',
    permission: 'courier_keys.manage',
    session_only: true,
    fresh_login: true,
    input: RemoveConnectionInput,
    answer: success(ConnectionRemoved),
    run: removeConnection,
  }),
];
