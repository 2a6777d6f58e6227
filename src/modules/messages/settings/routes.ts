import { success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { getMessageSettings } from './get-settings.ts';
import { removeMessageConnection, saveMessageConnection, testMessageConnection } from './save-connection.ts';
import {
  GetSettingsInput,
  MessageConnectionRemoved,
  MessageConnectionSaved,
  MessageSettings,
  RemoveMessageConnectionInput,
  SaveMessageConnectionInput,
  UpdateSettingsInput,
} from './schemas.ts';
import { updateMessageSettings } from './update-settings.ts';

const section = 'Message';

export const messageSettingRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/message/setting',
    operation: 'getMessageSettings',
    section,
    summary: 'Get how messages leave',
    description:
      'The vendor, its pace and cost, quiet hours, and what is wrong at the moment. Keys are not shown.',
    permission: 'messages.read',
    input: GetSettingsInput,
    answer: success(MessageSettings),
    run: getMessageSettings,
  }),
  route({
    method: 'PUT',
    path: '/api/open/message/setting',
    operation: 'updateMessageSettings',
    section,
    summary: 'Update how messages leave',
    description: 'Fields that are left out stay as they are. Messages that wait leave by the new vendor.',
    permission: 'messages.manage',
    input: UpdateSettingsInput,
    answer: success(MessageSettings),
    run: updateMessageSettings,
  }),
  route({
    method: 'PUT',
    path: '/api/open/message/connection',
    operation: 'saveMessageConnection',
    section,
    summary: 'Connect with a vendor of messages',
    description:
      'Tests the key as far as the vendor allows, and stores it encrypted. Saving again replaces the key and the callback address. ' +
      'Choose the vendor in the settings afterwards.',
    permission: 'messages.manage',
    session_only: true,
    fresh_login: true,
    input: SaveMessageConnectionInput,
    answer: success(MessageConnectionSaved),
    prepare: testMessageConnection,
    run: saveMessageConnection,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/message/connection',
    operation: 'removeMessageConnection',
    section,
    summary: 'Disconnect from a vendor of messages',
    permission: 'messages.manage',
    session_only: true,
    fresh_login: true,
    input: RemoveMessageConnectionInput,
    answer: success(MessageConnectionRemoved),
    run: removeMessageConnection,
  }),
];
