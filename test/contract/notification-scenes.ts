import { setTimeout as pause } from 'node:timers/promises';
import { scene, type ContractScene, type ContractStage } from './stage.ts';

const LONGEST_MS = 20_000;

/** What has happened is told a moment later. */
async function notifications(stage: ContractStage, count: number) {
  for (const began = performance.now(); ; await pause(500)) {
    const answer = await stage.call('listNotifications', { type: 'ACTIVITY' });
    if (answer.data.length >= count) return answer.data;
    if (performance.now() - began > LONGEST_MS) throw new Error('the shop was told of nothing');
  }
}

/** As a browser gives it; nobody listens there. */
const SUBSCRIPTION = {
  endpoint: 'https://push.example.com/contoh',
  keys: {
    p256dh: 'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
};

/** What happened before is told to the owner of the shop. */
export const notificationScenes: ContractScene[] = [
  scene('listNotifications', async (stage) => {
    await notifications(stage, 2);
    await stage.call('listNotifications', { type: 'ACTIVITY', per_page: 1, pagination_offset: 2 });
    await stage.call('listNotifications', { type: 'NEWS' });
  }),
  scene('countUnreadNotifications', async (stage) => {
    await stage.call('countUnreadNotifications');
  }),
  scene('getPushKey', async (stage) => {
    await stage.call('getPushKey');
  }),
  scene('saveDeviceToken', async (stage) => {
    await stage.call('saveDeviceToken', { token: 'abcdefGHIJKL', device: 'Samsung S20+' });
  }),
  scene('removeDeviceToken', async (stage) => {
    await stage.call('removeDeviceToken', { token: 'abcdefGHIJKL' });
  }),
  scene('savePushSubscription', async (stage) => {
    await stage.call('savePushSubscription', { ...SUBSCRIPTION, device: 'Chrome' });
  }),
  scene('removePushSubscription', async (stage) => {
    await stage.call('removePushSubscription', { endpoint: SUBSCRIPTION.endpoint });
  }),
  scene('changePushSettings', async (stage) => {
    await stage.call('changePushSettings', { pushed: ['ORDER', 'PAYMENT'] });
  }),
  scene('getPushSettings', async (stage) => {
    await stage.call('getPushSettings');
  }),
  scene('streamNotifications', async (stage) => {
    await stage.call('streamNotifications', { after: '0-0' });
  }),
  scene('readNotifications', async (stage) => {
    const [{ id }] = await notifications(stage, 1);
    await stage.call('readNotifications', { id, type: 'ACTIVITY' });
    await stage.call('readNotifications', { type: 'ACTIVITY' });
  }),
];
