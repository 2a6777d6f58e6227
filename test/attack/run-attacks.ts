import { startServerProcess } from '../server-process.ts';
import { send, type Attack, type AttackedShop, type Finding, type Size } from './attack.ts';

/**
 * Starts the product and runs attacks on it one after the other, each in a shop of its own.
 * @param say gets each finding as it is made
 */
export async function runAttacks(
  attacks: Attack[],
  size: Size,
  say: (finding: Finding) => void = () => undefined,
): Promise<Finding[]> {
  const server = await startServerProcess();
  const findings: Finding[] = [];
  let shops = 0;
  const openShop = async (): Promise<AttackedShop> => {
    shops += 1;
    const person = { email: `sasaran${shops}@example.com`, password: 'jeruk-nipis-segar-42' };
    const shop = { ...person, shop_name: 'Sasaran', subdomain: `sasaran${shops}`, full_name: 'Budi' };
    const body = { ...shop, phone_number: '081234567890' };
    const opened = await send(server, 'POST', '/api/account/register', { body });
    if (opened.status !== 201) throw new Error(`no shop to attack: ${JSON.stringify(opened.body)}`);
    const login = await send(server, 'POST', '/api/account/login', { body: person });
    return { token: login.body.data.token as string, ...person };
  };
  try {
    for (const { title, run } of attacks) {
      const { token } = await openShop();
      const report = (what: string, figure: string, held: boolean) => {
        const finding = { attack: title, what, figure, held };
        findings.push(finding);
        say(finding);
      };
      await run({ size, server, token, openShop, report });
    }
  } finally {
    await server.stop();
  }
  return findings;
}
