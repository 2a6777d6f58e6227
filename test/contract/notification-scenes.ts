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
  scene('streamNotifications', async (stage) => {
    await stage.call('streamNotifications', { after: '0-0' });
  }),
  scene('readNotifications', async (stage) => {
    const [{ id }] = await notifications(stage, 1);
    await stage.call('readNotifications', { id, type: 'ACTIVITY' });
    await stage.call('readNotifications', { type: 'ACTIVITY' });
  }),
];
