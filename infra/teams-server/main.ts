/**
 * A Teams on this machine for a bot under test. `npm run teams-server -- --endpoint <url of the bot>`: every line typed,
 * such as `ana: progress`, is said to the bot by that person; every request of the bot is printed as one line of JSON.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { activities } from './caller';
import type { DirectoryPerson } from './directory';
import { documentedFaults } from './fault';
import { openTeamsServer } from './open';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3979' },
    endpoint: { type: 'string', default: 'http://127.0.0.1:3978/api/messages' },
    tenant: { type: 'string', default: '11111111-1111-1111-1111-111111111111' },
    person: { type: 'string', multiple: true, default: ['ana', 'bo'] },
    'bot-id': { type: 'string' },
    'bot-secret': { type: 'string', default: '' },
    faults: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
});

const print = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

async function run(): Promise<void> {
  const id = values['bot-id'];
  const teams = await openTeamsServer({
    port: Number(values.port),
    endpoint: values.endpoint,
    retryAfter: 'mixed',
    told: print,
    ...(id !== undefined && { bot: { id, secret: values['bot-secret'] } }),
  });
  const people = new Map(values.person.map((name) => [name, personOf(name)]));
  for (const person of people.values()) teams.directory.add(person);
  teams.faults.rate(Number(values.faults), Object.values(documentedFaults), Number(values.seed));
  print({ serviceUrl: teams.serviceUrl, tokenUrl: teams.tokenUrl, openIdUrl: teams.openIdUrl });
  for await (const line of createInterface({ input: process.stdin })) {
    const [, name = '', words = ''] = /^(\w+):\s*(.*)$/.exec(line) ?? [];
    const person = people.get(name);
    if (person === undefined) print({ unknown: line });
    else
      print(await teams.happen(person, activities.says(words)).catch((error: unknown) => ({ failed: String(error) })));
  }
  await teams.close();
}

function personOf(name: string): DirectoryPerson {
  return { tenant: values.tenant, id: `29:${name}`, aadObjectId: `aad-${name}`, name, mail: `${name}@example.com` };
}

void run();
