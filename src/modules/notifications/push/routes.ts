import { z } from 'zod';
import { data, done, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { changePushSettings, getPushSettings } from './push-settings.ts';
import {
  getPushKey,
  removeDeviceToken,
  removeSubscription,
  saveDeviceToken,
  saveSubscription,
} from './save-device.ts';
import {
  ChangePushSettingsInput,
  DeviceSaved,
  PushKey,
  PushSettings,
  RemoveSubscriptionInput,
  RemoveTokenInput,
  SaveSubscriptionInput,
  SaveTokenInput,
  SubscriptionSaved,
} from './schemas.ts';

const section = 'Notification';
const permission = 'notifications.read';
const REMOVED = { en: 'Nothing is pushed there any more', id: 'Notifikasi tidak dikirim ke sana lagi' };

export const pushRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/notification/token',
    operation: 'saveDeviceToken',
    section,
    summary: 'Push notifications to an app',
    description: 'Until the session or key that the request is authenticated with ends.',
    permission,
    input: SaveTokenInput,
    answer: data(DeviceSaved),
    run: saveDeviceToken,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/notification/token',
    operation: 'removeDeviceToken',
    section,
    summary: 'Stop pushing notifications to an app',
    permission,
    input: RemoveTokenInput,
    answer: done(REMOVED),
    run: removeDeviceToken,
  }),
  route({
    method: 'GET',
    path: '/api/open/notification/push-key',
    operation: 'getPushKey',
    section,
    summary: 'Get the key for push subscriptions',
    description:
      'A browser subscribes with it: `pushManager.subscribe({ applicationServerKey, userVisibleOnly: true })`.',
    permission,
    input: z.object({}),
    answer: data(PushKey),
    run: getPushKey,
  }),
  route({
    method: 'POST',
    path: '/api/open/notification/subscription',
    operation: 'savePushSubscription',
    section,
    summary: 'Push notifications to a browser',
    description:
      'Takes what `PushSubscription.toJSON()` gives. It ends with the session or key of the request.',
    permission,
    input: SaveSubscriptionInput,
    answer: success(SubscriptionSaved),
    run: saveSubscription,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/notification/subscription',
    operation: 'removePushSubscription',
    section,
    summary: 'Stop pushing notifications to a browser',
    permission,
    input: RemoveSubscriptionInput,
    answer: done(REMOVED),
    run: removeSubscription,
  }),
  route({
    method: 'GET',
    path: '/api/open/notification/setting',
    operation: 'getPushSettings',
    section,
    summary: 'Get which notifications are pushed',
    permission,
    input: z.object({}),
    answer: data(PushSettings),
    run: getPushSettings,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/notification/setting',
    operation: 'changePushSettings',
    section,
    summary: 'Set which notifications are pushed',
    permission,
    input: ChangePushSettingsInput,
    answer: success(PushSettings),
    run: changePushSettings,
  }),
];
