import { z } from 'zod';
import { data, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { getXenditSettings, removeXenditKey } from './get-xendit-settings.ts';
import { saveXenditKey, testXenditKey } from './save-xendit-key.ts';
import {
  RemoveXenditKeyInput,
  SaveXenditKeyInput,
  XenditKeyRemoved,
  XenditKeySaved,
  XenditSettings,
} from './schemas.ts';

const path = '/api/open/setting/payment/xendit';
const section = 'Setting Payment Fee';

export const gatewayRoutes: Route[] = [
  route({
    method: 'GET',
    path,
    operation: 'getXenditSettings',
    section,
    summary: 'Get the Xendit settings',
    description: 'The key is shown with its beginning and its last four characters only.',
    permission: 'gateway.manage',
    input: z.object({}),
    answer: data(XenditSettings),
    run: getXenditSettings,
  }),
  route({
    method: 'PATCH',
    path,
    operation: 'saveXenditKey',
    section,
    summary: 'Update the Xendit key',
    description:
      'Tests the key at Xendit and stores it encrypted, as the verification token of callbacks. The response has the key ' +
      'with its beginning and its last four characters only.',
    permission: 'gateway.manage',
    session_only: true,
    fresh_login: true,
    input: SaveXenditKeyInput,
    answer: success(XenditKeySaved, {
      en: 'Payment settings were successfully updated',
      id: 'Pengaturan pembayaran berhasil diperbarui',
    }),
    prepare: testXenditKey,
    run: saveXenditKey,
  }),
  route({
    method: 'DELETE',
    path,
    operation: 'removeXenditKey',
    section,
    summary: 'Remove the Xendit key',
    description: 'Charges go through the account of the installation again, if it has one.',
    permission: 'gateway.manage',
    session_only: true,
    fresh_login: true,
    input: RemoveXenditKeyInput,
    answer: success(XenditKeyRemoved),
    run: removeXenditKey,
  }),
];
