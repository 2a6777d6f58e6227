import v8 from 'node:v8';
import vm from 'node:vm';
import { version } from './app.ts';
import { readConfig } from './kernel/config.ts';
import { sentence } from './say-error.ts';
import { startServer, type RunningServer } from './start.ts';

// Left alone, V8 lets garbage of long work pile up to several times of what is in use: on a small server that
// is memory which the database lacks. (An import of 30,000 variations took 220 MB over the idle server without
// this, and 95 MB with it.)
v8.setFlagsFromString('--heap-growing-percent=50');

const started_at = performance.now();
const say = (line: string) => console.log(line);

try {
  const config = readConfig(process.env);
  say(`Ngorder ${version}`);
  const starting = startServer(config, {
    say,
    // It was tried for minutes: what is wrong is for whoever supervises the process to see.
    onDatabaseLost: () => process.exit(1),
  });
  endWith(starting);
  const server = await starting;
  giveBackMemory();
  greet(server);
} catch (error) {
  console.error(sentence(error));
  process.exit(1);
}

/**
 * What was needed to start is given back to the system, once: 15 to 25 MB that would stay with a server that has little to
 * do. It takes 0.1 to 0.2 s.
 */
function giveBackMemory(): void {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as (options: object) => void;
  v8.setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

function greet(server: RunningServer): void {
  const { embedded, migrations_applied, services } = server.runtime;
  const database = embedded
    ? `embedded PostgreSQL in ${embedded.data_dir_used}`
    : 'the PostgreSQL that DATABASE_URL names';
  const migrated = migrations_applied.length > 0 ? `, ${migrations_applied.length} migrations applied` : '';
  say(`Database   ${database}${migrated}`);
  say(`Files      ${services.config.S3_ENDPOINT ?? `${services.config.DATA_DIR}/files`}`);
  say(`Listening  ${server.address}  (ready in ${((performance.now() - started_at) / 1000).toFixed(1)} s)`);
  say(`
  Dashboard      ${server.address}/   (open a shop there)
  API reference  ${server.address}/docs
  A full shop    npm run demo
  Stop           Ctrl-C
`);
}

/**
 * The first signal ends the process in good order, also one that comes while it starts, so that no database
 * is left running; a second signal ends it at once.
 */
function endWith(starting: Promise<RunningServer>): void {
  let ending = false;
  const end = (signal: string) => {
    if (ending) process.exit(1);
    ending = true;
    say(`${signal}: finishing requests and stopping`);
    starting
      .then((server) => server.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(sentence(error));
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
