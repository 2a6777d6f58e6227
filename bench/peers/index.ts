import { chmod, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { has_pgbench } from '../pgbench.ts';
import { ngorder } from './ngorder.ts';
import { measureTurn, type Figures } from './measure-turn.ts';
import { PRODUCTS, SHOPS, type Peer, type Place } from './peer.ts';
import { printTable } from './table.ts';
import { vendure } from './vendure.ts';

/** The product comes first: the others are measured against it. */
const PEERS: readonly [Peer, ...Peer[]] = [ngorder, vendure];

/** To be raised where what a seed makes changes: seeds of other numbers are not used. */
const SEED_NUMBER = 1;

/**
 * Measures the product beside other systems of its kind, each from the npm registry, on the same data, on an embedded
 * PostgreSQL of its own with the same settings, and alone on the machine while it is its turn. Every turn starts from the same
 * copy of what was seeded. Takes long: the programs and what is seeded are kept for further runs.
 *   PEERS_DIR     where they are kept (default: in the temporary folder of the system)
 *   PEERS_ORDERS  orders in the first shop (10,000)
 *   PEERS_ROUNDS  turns of each, of which the medians are shown (3)
 */
export async function measurePeers(): Promise<void> {
  const folder = process.env['PEERS_DIR'] ?? join(tmpdir(), 'ngorder-peers');
  const orders = Number(process.env['PEERS_ORDERS'] ?? 10_000);
  const rounds = Number(process.env['PEERS_ROUNDS'] ?? 3);
  await mkdir(folder, { recursive: true });
  // Where root runs this, the databases run as another user.
  await chmod(folder, 0o755);
  const ready: { peer: Peer; place: Place; seed_dir: string }[] = [];
  for (const peer of PEERS) {
    const programs_dir = join(folder, `${peer.name}-${peer.version}`.toLowerCase().replaceAll(' ', '-'));
    const seed_dir = `${programs_dir}-seed-${SEED_NUMBER}-${orders}`;
    try {
      await prepare(peer, programs_dir, seed_dir, orders);
      ready.push({ peer, place: { programs_dir, data_dir: join(folder, 'turn') }, seed_dir });
    } catch (error) {
      if (peer === ngorder) throw error;
      console.log(`${peer.name} ${peer.version} is left out: ${(error as Error).message}`);
    }
  }
  const figures = new Map<Peer, Figures[]>();
  for (let round = 1; round <= rounds; round += 1)
    for (const { peer, place, seed_dir } of ready) {
      console.log(`round ${round} of ${rounds}: ${peer.name}`);
      await rm(place.data_dir, { recursive: true, force: true });
      await cp(seed_dir, place.data_dir, { recursive: true, verbatimSymlinks: true });
      const turn = await measureTurn(peer, place);
      figures.set(peer, [...(figures.get(peer) ?? []), turn]);
    }
  await rm(join(folder, 'turn'), { recursive: true, force: true });
  console.log(
    `\n${PRODUCTS} products of 3 variations, ${orders} orders in one shop, ${SHOPS} shops; medians of ${rounds}`,
  );
  if (!has_pgbench) console.log('pgbench is not installed (Debian: apt install postgresql): no bare SQL.');
  printTable([...figures]);
}

/** Installs a system and seeds its data, unless both are there. */
async function prepare(peer: Peer, programs_dir: string, seed_dir: string, orders: number): Promise<void> {
  console.log(`${peer.name} ${peer.version}: a shop is ${peer.shop}; an order is ${peer.order}`);
  await peer.install(programs_dir);
  const is_seeded = await stat(seed_dir).catch(() => undefined);
  if (peer.keeps_seed && is_seeded !== undefined) return;
  console.log(`${peer.name}: seeding`);
  const began_ms = performance.now();
  const data_dir = `${seed_dir}.new`;
  for (const left of [data_dir, seed_dir]) await rm(left, { recursive: true, force: true });
  await mkdir(data_dir, { recursive: true });
  await chmod(data_dir, 0o755);
  await peer.seed({ programs_dir, data_dir }, orders);
  await rename(data_dir, seed_dir);
  console.log(`${peer.name}: seeded in ${((performance.now() - began_ms) / 1000).toFixed(0)} s`);
}
