/** The first word, over loopback: two people have spoken once, an import changes a fact, and both are told without asking. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Card } from '../../cards/elements/card';
import { plainText } from '../../cards/elements/plain-text';
import { earned, partner } from '../../domain/alerts/derive-notices.case';
import { openMemory } from '../../infra/memory/store';
import { activities } from '../../infra/teams-server/caller';
import type { Entry } from '../../infra/teams-server/journal';
import { openTeamsServer } from '../../infra/teams-server/open';
import { create, imported, lapsing, programmes } from '../alerts/at-risk.case';
import { compose } from '../composition/compose';
import { localConfig } from '../config/config.case';
import { writeFacts } from '../partner/standing-cache';
import { createServer } from './server';

const tenant = 'tenant-1';
const somebody = (id: string, locale: string) => ({
  tenant,
  id: `29:${id}`,
  aadObjectId: `AAD-${id}`,
  name: `Name of ${id}`,
  locale,
  timeZone: 'Europe/Lisbon',
});
const [boss, deputy] = [somebody('boss', 'en'), somebody('deputy', 'pt-BR')];
const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: quiet };
const config = localConfig({ allowedTenants: [tenant] });

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open() {
  const store = openMemory();
  const now = () => Date.parse('2018-06-15T21:00:00Z');
  const laurel = await compose(config, { store, programmes, log, now });
  const turns = new Set<Promise<void>>();
  const server = createServer({
    processTurn: (request, response) => {
      const turn = laurel.processTurn(request, response);
      turns.add(turn);
      return turn;
    },
    missing: laurel.missing,
    version: '',
    log,
    isAuthenticated: false,
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const teams = await openTeamsServer({ endpoint: `http://127.0.0.1:${port}/api/messages` });
  for (const each of [boss, deputy]) teams.directory.add(each);
  closing.push(
    teams.close,
    () => void server.server.closeAllConnections(),
    () => server.close(),
  );
  const says = async (who: typeof boss, activity: Readonly<Record<string, unknown>>) => {
    const answer = await teams.happen(who, activity);
    await Promise.all(turns);
    return answer;
  };
  return { laurel, store, teams, says };
}

const cardIn = ({ body }: Entry) =>
  (body as { readonly attachments: readonly { readonly content: Card }[] }).attachments[0]!.content;

it('tells both in their language, changes for one when the other acts, and is resolved by the next import', async () => {
  const { laurel, store, teams, says } = await open();
  const admins = [boss, deputy].map(({ aadObjectId }) => aadObjectId);
  await store.partners.write(tenant, [create({ ...partner, tenant, admins })]);
  await says(boss, activities.says('help'));
  await says(deputy, activities.says('help'));
  const told = (who: string) => teams.journal.deliveredIn(`a:${who}`).slice(1).map(cardIn);
  await writeFacts(laurel.services, tenant, async (facts) => {
    await facts.people.write(tenant, [create(lapsing)]);
    await facts.imports.write(tenant, [create(imported)]);
  });

  expect(await laurel.sweep()).toMatchObject({ partners: 1, deliveries: { planned: 2, sent: 2 } });
  expect(told('boss')[0]!.speak).toContain('has put your membership renewal eligibility at risk');
  expect(told('deputy')[0]!.speak).toContain('colocou sua qualificação de renovação de associação em risco');

  await says(boss, activities.presses(takeNote(told('boss')[0]!)));
  expect(await laurel.sweep()).toMatchObject({ partners: 1, deliveries: { planned: 0 } });
  expect(plainText(told('deputy')[1]!)).toContain('Name of boss tomou ciência');

  await writeFacts(laurel.services, tenant, async (facts) => {
    const { version } = (await facts.people.get(tenant, 'ana'))!;
    const value = { ...lapsing, achievements: [earned('p')] };
    await facts.people.write(tenant, [{ kind: 'replace', value, version }]);
  });
  expect(await laurel.sweep()).toMatchObject({ notices: { resolved: 1 } });
  expect(plainText(told('boss').at(-1)!)).toContain('its reason is gone');
  expect(plainText(told('deputy').at(-1)!)).toContain('o motivo não existe mais');
});

/** The button of an alert that acknowledges it. */
function takeNote({ actions = [] }: Card): object {
  return actions.find((action) => JSON.stringify(action).includes('"acknowledge"'))!;
}
