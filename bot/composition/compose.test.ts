/** Composing: all that is composed lives by one clock, the one that the local world shows. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainText } from '../../cards/elements/plain-text';
import { text } from '../../cards/text';
import { newOnboarding } from '../../domain/onboarding/onboarding';
import { type OnboardingState, onboardingStates } from '../../domain/onboarding/onboarding-state';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { setLocalClock } from '../../infra/dev/clock/local-clock';
import { openMemory } from '../../infra/memory/store';
import { compose } from './compose';
import { localConfig } from '../config/config.case';
import type { AppServices } from '../context/app-services';
import { answerIn, tenant } from '../partner/standing-cache.case';

const folder = mkdtempSync(join(tmpdir(), 'laurel-compose-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quiet = () => undefined;
const kim: Person = {
  id: 'kim',
  name: 'Kim',
  identifiers: { ...noIdentifiers, corpEmail: ['kim@contoso.com'] },
  achievements: [],
  accountOn: '2018-06-01',
  linkedOn: '2018-06-01',
};

/** A local world whose clock shows this moment, with one person who has linked their account. */
async function worldAt(moment: string): Promise<AppServices> {
  const machine = Date.now();
  setLocalClock(folder, { ahead: Date.parse(moment) - machine, machine });
  const store = openMemory();
  await store.people.write(tenant, [{ kind: 'create', value: kim }]);
  await store.onboardings.write(tenant, [{ kind: 'create', value: newOnboarding(kim.id) }]);
  const config = localConfig({ data: folder, firstAdmins: ['boss'] });
  return (await compose(config, { store, log: { info: quiet, warn: quiet, error: quiet } })).services;
}

async function stateInChat(services: AppServices): Promise<readonly OnboardingState[]> {
  const lines = plainText((await answerIn(services, 'onboarding')).card).split('\n');
  return onboardingStates.filter((state) =>
    lines.some((line) => line.startsWith(`${text('en').say(`state-of.${state}`)}  `)),
  );
}

async function stateInExport({ exporter }: AppServices): Promise<readonly string[]> {
  let csv = '';
  for await (const part of exporter(tenant, 'en')
    .find(({ about }) => about === 'states')!
    .content())
    csv += String(part);
  return csv
    .trim()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(',')[2]!);
}

it.each([
  ['three hours after linking', '2018-06-01T12:00:00Z', 'waiting'],
  ['on the next evening', '2018-06-02T20:00:00Z', 'waiting'],
  ['after the last check', '2018-06-11T00:00:00Z', 'stuck'],
])('tells and exports the same state %s', async (_, moment, state) => {
  const services = await worldAt(moment);

  expect(await stateInChat(services)).toEqual([state]);
  expect(await stateInExport(services)).toEqual([state]);
});
