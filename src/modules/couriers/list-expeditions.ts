import { courierServices } from '../reference/index.ts';
import { expeditionOf } from './expeditions.ts';

/** Every service of every courier. */
export async function listExpeditions() {
  return courierServices.map(expeditionOf);
}
