import type { Module } from '../../kernel/module.ts';
import { MUTATION_SECRETS } from './connections/connection-secrets.ts';
import { connectionsOfDeletedAccounts } from './connections/end-with-account.ts';
import { receiveMutationsJob } from './connections/receive-mutations.ts';
import { mutationConnectionRoutes } from './connections/routes.ts';
import './errors.ts';
import { mutationEvents } from './events.ts';
import { mutationImportRoom } from './import/room.ts';
import { mutationLimits } from './limits.ts';
import { findMatchDifferences, findUnmatchedMoney } from './match-differences.ts';
import { matchMutationsJob } from './match-new.ts';
import { mutationPermissions } from './permissions.ts';
import { mutationQueueRoutes } from './queue/routes.ts';

export const mutationsModule: Module = {
  name: 'mutations',
  tables: ['bank_mutations', 'mutation_matches', 'mutation_connections', ...mutationImportRoom.tables],
  sealed: [MUTATION_SECRETS],
  events: mutationEvents,
  readers: [connectionsOfDeletedAccounts],
  permissions: mutationPermissions,
  limits: mutationLimits,
  routes: [...mutationImportRoom.routes, ...mutationConnectionRoutes, ...mutationQueueRoutes],
  checks: [
    {
      title:
        'what is matched of bank mutations is the sum of their matches, and of the money that these recorded',
      find: findMatchDifferences,
    },
    { title: 'money of bank mutations is matched with them', find: findUnmatchedMoney },
  ],
  jobs: [matchMutationsJob, receiveMutationsJob, ...mutationImportRoom.jobs],
};
