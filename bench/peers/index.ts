import { chmod, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { has_pgbench } from '../pgbench.ts';
import { ngorder } from './ngorder.ts';
import { medusa } from './medusa.ts';
import { measureTurn, type Figures } from './measure-turn.ts';
import { PRODUCTS, SHOPS, type Peer, type Place } from './peer.ts';
import { printTable } from './table.ts';
import { vendure } from './vendure.ts';

/** The product comes first: the others are measured against it. */
const PEERS: readonly [Peer, ...Peer[]] = [ngorder, vendure, medusa];

/** To be raised where what a seed makes changes: seeds of other numbers are not used. */
const SEED_NUMBER = 1;

/**
 * Measures the product beside other systems of its kind, each from the npm registry, on the same data, on an embedded
 * PostgreSQL of its own with the same settings, and alone on the machine while it is its turn. Every turn starts from the same
 * copy of what was seeded. Takes long: the programs and what is seeded are kept for further runs.
 *   PEERS_DIR     where they are kept (default: in the temporary folder of the system)
 *   PEERS_ORDERS  orders in the first shop (10,000)
 *   PEERS_ROUNDS  turns of each, of which the medians are shown (3); the table is printed after each round
 */
export async function measurePeers(): Promise<void> {
  const folder = process.env['PEERS_DIR'] ?? join(tmpdir(), 'ngorder-peers');
  const orders = Number(process.env['PEERS_ORDERS'] ?? 10_000);
  const rounds = Number(process.env['PEERS_ROUNDS'] ?? 3);
  // What runs for the bench ends with it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  await mkdir(folder, { recursive: true });
  // Where root runs this, the databases run as another user.
  await chmod(folder, 0o755);
  const ready: { peer: Peer; place: Place; filled_dir: string }[] = [];
  for (const peer of PEERS) {
    const programs_dir = join(folder, `${peer.name}-${peer.version}`.toLowerCase().replaceAll(' ', '-'));
    const filled_dir = `${programs_dir}-filled`;
    try {
      await prepare(peer, programs_dir, filled_dir, orders);
      ready.push({ peer, place: { programs_dir, data_dir: join(folder, 'turn') }, filled_dir });
    } catch (error) {
      if (peer === ngorder) throw error;
      console.log(`${peer.name} ${peer.version} is left out: ${(error as Error).message}`);
    }
  }
  if (!has_pgbench) console.log('pgbench is not installed (Debian: apt install postgresql): no bare SQL.');
  const figures = new Map<Peer, Figures[]>();
  for (let round = 1; round <= rounds; round += 1) {
    for (const { peer, place, filled_dir } of ready) {
      say(peer, `round ${round} of ${rounds}`);
      await copyFolder(filled_dir, place.data_dir);
      figures.set(peer, [...(figures.get(peer) ?? []), await measureTurn(peer, place)]);
    }
    console.log(
      `\n${PRODUCTS} products of 3 variations, ${orders} orders in one shop, ${SHOPS} shops; medians of ${round}`,
    );
    printTable([...figures]);
    console.log();
  }
  for (const left of [join(folder, 'turn'), ...ready.map(({ filled_dir }) => filled_dir)])
    await rm(left, { recursive: true, force: true });
}

function say(peer: Peer, what: string): void {
  console.log(`${new Date().toTimeString().slice(0, 8)} ${peer.name}: ${what}`);
}

/** Installs a system and seeds its data, unless both are there; then fills a copy with orders. */
async function prepare(peer: Peer, programs_dir: string, filled_dir: string, orders: number): Promise<void> {
  say(peer, `${peer.version}; a shop is ${peer.shop}; an order is ${peer.order}`);
  await peer.install(programs_dir);
  const seed_dir = `${programs_dir}-seed-${SEED_NUMBER}`;
  const is_seeded = await stat(seed_dir).catch(() => undefined);
  if (!peer.keeps_seed || is_seeded === undefined) {
    say(peer, 'seeding');
    const data_dir = `${seed_dir}-new`;
    for (const left of [data_dir, seed_dir]) await rm(left, { recursive: true, force: true });
    await mkdir(data_dir, { recursive: true });
    await chmod(data_dir, 0o755);
    await peer.seed({ programs_dir, data_dir });
    await rename(data_dir, seed_dir);
  }
  say(peer, `placing ${orders} orders`);
  await copyFolder(seed_dir, filled_dir);
  await peer.addOrders({ programs_dir, data_dir: filled_dir }, orders);
}

async function copyFolder(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true, verbatimSymlinks: true });
}
