import { readConfig } from './kernel/config.ts';
import { diagnose, diagnoseSecrets } from './doctor.ts';
import { reseal } from './kernel/sealed/reseal.ts';
import { readSetAside } from './kernel/read-set-aside.ts';
import { eventReaders, sealedColumns } from './modules.ts';
import { forgetUnknownCallbacks, unknownCallbacks } from './modules/gateway-news/index.ts';
import { NewsRefused, publishedNews, publishNews, withdrawNews } from './modules/notifications/index.ts';
import { importRegions } from './modules/reference/index.ts';
import { sandboxDesk } from './modules/sandbox/index.ts';
import { sentence } from './say-error.ts';
import { startRuntime, type Runtime } from './start.ts';

const NEWS_USAGE =
  'news -- publish FILE.json|list|withdraw ID   tell all shops what stands in the file: title and content, each with id and en';

const GATEWAY_USAGE =
  'gateway -- callbacks|forget|sandbox   callbacks of the payment gateway of which nothing is known: list or forget them; the desk of the sandbox';

/** Commands for the operator. Each works with or without a running server. */
const COMMANDS: Record<
  string,
  {
    usage: string;
    /** What it writes may be lost if the power fails a moment later. */
    commits_may_be_lost?: boolean;
    run: (runtime: Runtime, words: string[]) => Promise<number>;
  }
> = {
  doctor: {
    usage:
      'doctor                     recompute stock, payments and counters from their rows and report differences',
    run: doctor,
  },
  regions: {
    usage: 'regions import FILE.csv    load postal codes and legacy ids of districts',
    run: regions,
  },
  secrets: {
    usage:
      'secrets rotate             create a new key and encrypt all secrets with it; run it again if interrupted',
    run: secrets,
  },
  events: {
    usage: 'events retry               process again the events that readers have set aside',
    run: events,
  },
  gateway: {
    usage: GATEWAY_USAGE,
    run: gateway,
  },
  news: {
    usage: NEWS_USAGE,
    run: news,
  },
  demo: {
    usage: 'demo [--seed N]            create a demo shop with products, customers and orders',
    // Of its 11,000 commits each waited for the disk; who loses the power while it runs makes another shop.
    commits_may_be_lost: true,
    run: async (runtime, words) => (await import('./demo/index.ts')).demo(runtime, words),
  },
};

process.exitCode = await main(process.argv.slice(2));

async function main([name = '', ...words]: string[]): Promise<number> {
  const command = COMMANDS[name];
  if (command === undefined) {
    console.error(
      `Commands:\n${Object.values(COMMANDS)
        .map(({ usage }) => `  npm run ${usage}`)
        .join('\n')}`,
    );
    return 2;
  }
  let runtime: Runtime | undefined;
  try {
    const config = readConfig({ LOG_LEVEL: 'warn', ...process.env });
    runtime = await startRuntime(config, {
      say: (line) => console.log(line),
      join_running: true,
      commits_may_be_lost: command.commits_may_be_lost ?? false,
    });
    return await command.run(runtime, words);
  } catch (error) {
    console.error(sentence(error));
    return 1;
  } finally {
    await runtime?.stop();
  }
}

async function doctor(runtime: Runtime): Promise<number> {
  let differences = 0;
  const { services } = runtime;
  for (const check of [...(await diagnose(services.db)), await diagnoseSecrets(services)]) {
    console.log(
      `${check.differences.length === 0 ? 'ok  ' : 'FAIL'}  ${check.title} (${check.duration_ms} ms)`,
    );
    for (const difference of check.differences) console.log(`      ${JSON.stringify(difference)}`);
    differences += check.differences.length;
  }
  console.log(differences === 0 ? 'No differences.' : `${differences} differences.`);
  return differences === 0 ? 0 : 1;
}

/**
 * Renews the key and encrypts all secrets with it. A key in SECRET_KEY is renewed there, by the operator.
 */
async function secrets({ services }: Runtime, [verb]: string[]): Promise<number> {
  if (verb !== 'rotate') {
    console.error('usage: npm run secrets -- rotate');
    return 2;
  }
  if (services.config.SECRET_KEY === undefined) await services.secrets.keyring.renew();
  let unreadable = 0;
  for (const column of sealedColumns) {
    const result = await reseal(services.db.withoutPlugins(), services.secrets, column);
    console.log(`${column.table}.${column.column}: ${result.resealed} encrypted again`);
    if (result.unreadable > 0)
      console.error(`  ${result.unreadable} cannot be decrypted: their key is missing`);
    unreadable += result.unreadable;
  }
  return unreadable === 0 ? 0 : 1;
}

async function events({ services }: Runtime, [verb]: string[]): Promise<number> {
  if (verb !== 'retry') {
    console.error('usage: npm run events -- retry');
    return 2;
  }
  let failed_in_all = 0;
  for (const reader of eventReaders) {
    const { read, failed } = await readSetAside(services, reader);
    console.log(`${reader.name}: ${read} processed, ${failed} failed again`);
    failed_in_all += failed;
  }
  return failed_in_all === 0 ? 0 : 1;
}

async function gateway({ services }: Runtime, [verb]: string[]): Promise<number> {
  if (verb === 'callbacks') {
    const kept = await unknownCallbacks(services.db);
    for (const callback of kept) console.log(JSON.stringify(callback));
    console.log(`${kept.length} callbacks of which nothing is known.`);
    return 0;
  }
  if (verb === 'forget') {
    console.log(`${await forgetUnknownCallbacks(services.db)} callbacks forgotten.`);
    return 0;
  }
  if (verb === 'sandbox' && services.config.GATEWAY === 'sandbox') {
    console.log(sandboxDesk(services));
    return 0;
  }
  console.error(`usage: npm run ${GATEWAY_USAGE}`);
  return 2;
}

async function news({ services }: Runtime, [verb, word]: string[]): Promise<number> {
  if (verb === 'publish' && word !== undefined) {
    try {
      console.log(`Published: ${await publishNews(services, word)}`);
      return 0;
    } catch (error) {
      if (!(error instanceof NewsRefused)) throw error;
      console.error(error.message);
      return 1;
    }
  }
  if (verb === 'list') {
    for (const one of await publishedNews(services)) console.log(JSON.stringify(one));
    return 0;
  }
  if (verb === 'withdraw' && word !== undefined) {
    const was_there = await withdrawNews(services, word);
    console.log(was_there ? 'Withdrawn.' : 'There is no such news.');
    return was_there ? 0 : 1;
  }
  console.error(`usage: npm run ${NEWS_USAGE}`);
  return 2;
}

async function regions(runtime: Runtime, [verb, file]: string[]): Promise<number> {
  if (verb !== 'import' || file === undefined) {
    console.error('usage: npm run regions -- import FILE.csv');
    return 2;
  }
  const client = await runtime.database.pool.connect();
  try {
    const counts = await importRegions(client, file);
    console.log(JSON.stringify(counts));
    return 0;
  } finally {
    client.release();
  }
}
