import { scene, type ContractScene } from './stage.ts';

/** The subdomain of the shop that the scenes are of. */
const store = { subdomain: 'tokoku' };

/** What visitors of the store ask: as guests, so without the credential of the shop. */
export const storeScenes: ContractScene[] = [
  scene('getStore', async (stage) => {
    await stage.asGuest(() => stage.call('getStore', store));
  }),
];
