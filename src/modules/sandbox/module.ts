import type { Module } from '../../kernel/module.ts';
import { deliverDue } from './callbacks.ts';
import { endExpired } from './charges.ts';
import { sandboxLimits } from './limits.ts';
import { serveSandbox } from './pages/serve-pages.ts';

export const sandboxModule: Module = {
  name: 'sandbox',
  tables: ['sandbox_clock', 'sandbox_charges', 'sandbox_payments', 'sandbox_payouts', 'sandbox_callbacks'],
  limits: sandboxLimits,
  serve: serveSandbox,
  schedules: (services) => [
    {
      name: 'sandbox',
      cron: '* * * * *',
      async run() {
        if (services.config.GATEWAY !== 'sandbox') return;
        await endExpired(services);
        await deliverDue(services);
      },
    },
  ],
  retention: [
    { table: 'sandbox_callbacks', column: 'created_at', days: sandboxLimits.sandbox_callbacks_days },
  ],
};
