/**
 * The card of a planned delivery: one alert alone, a list of several, or a digest, with no more names than its reader may
 * see.
 */
import { plainText } from '../../cards/elements/plain-text';
import { earned, partner, person } from '../../domain/alerts/derive-notices.case';
import { usualSettings } from '../../domain/alerts/alert-settings';
import type { Delivery } from '../../domain/alerts/delivery';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import type { PlannedCard } from '../../domain/alerts/plan-deliveries';
import type { HistoryStep, StandingHistory } from '../../domain/history/standing-history';
import { noIdentifiers } from '../../domain/partner/people/person';
import { openMemory } from '../../infra/memory/store';
import type { TenantRecipients } from '../delivery/recipients';
import { worldOf } from '../partner/standing-cache.case';
import { listAll } from '../store/row-list';
import { alertMessages } from './alert-message';
import { conversationWith, create, dayMs, friday, imported, programmes, tenant } from './at-risk.case';

const today = '2018-06-15';
const ana = {
  ...person('ana', [earned('p')]),
  name: 'Ana Lima',
  identifiers: { ...noIdentifiers, aadUserId: ['ANA'] },
};

function notice(key: string, parts: Partial<KeptNotice> = {}): KeptNotice {
  return {
    key,
    severity: 'warning',
    audience: 'admins',
    reason: { rule: 'certification', person: 'ana', credential: 'p', until: '2018-12-31' },
    openedAt: friday,
    opening: 1,
    round: 1,
    state: { is: 'open' },
    ...parts,
  };
}

const expiring = notice('expiring');
const stale = notice('stale', { reason: { rule: 'stale-data', importedOn: '2018-05-01', days: 45 } });
const way = notice('way', {
  audience: { person: 'ana', account: 'ana' },
  reason: { rule: 'onboarding', person: 'ana', occasion: 'invited', state: 'invited', since: today },
});

function delivery(of: string | undefined, parts: Partial<Delivery> = {}): Delivery {
  const state = { is: 'sending', at: friday } as const;
  const about = { recipient: 'boss', post: 'p', day: today, tries: 1, unclear: 0, state };
  return { id: `d ${of}`, ...(of !== undefined && { notice: of }), ...about, ...parts };
}

const digest = delivery(undefined);

interface Parts {
  readonly history?: StandingHistory;
  readonly to?: string;
  readonly said?: readonly Delivery[];
  readonly notices?: readonly KeptNotice[];
  readonly stopped?: readonly 'stale-data'[];
}

/** What the card for these deliveries says, on lines of its own. */
async function cardFor(
  say: readonly Delivery[],
  { to = 'boss', said = [], notices, stopped = [], history }: Parts = {},
) {
  const store = openMemory();
  await store.people.write(tenant, [create(ana), create({ ...person('bo', []), name: 'Alex Roe' })]);
  await store.imports.write(tenant, [create(imported)]);
  if (history) await store.histories.write(tenant, [create(history)]);
  await store.conversations.write(tenant, [create(conversationWith('boss')), create(conversationWith('ana'))]);
  const rows = await listAll(store.conversations, tenant);
  const circle: TenantRecipients = {
    admins: ['boss'],
    conversations: new Map(rows.map((row) => [row.value.id, row])),
    recipients: new Map([[to, { id: to, settings: { ...usualSettings(to), stopped } }]]),
  };
  const services = worldOf(store, { programmes, now: () => friday });
  const messageFor = alertMessages(partner, { notices: notices ?? [expiring, stale, way], circle }, services);
  const post: PlannedCard = { id: 'p', recipient: to, say, said };
  const { card, locale } = await messageFor(post, 'en');
  return { told: plainText(card), locale };
}

const warning = 'Alert · Fernhollow  Warning';
const certification = 'Your certification expires on 31 Dec 2018';
const oldData = 'The data are too old to be trusted';

it('shows one alert alone on a card of its own, in the language of the conversation', async () => {
  const { told, locale } = await cardFor([delivery('expiring')]);

  expect(told.split('\n').slice(0, 2)).toEqual([warning, certification]);
  expect(told).toContain('Data as of 14 Jun 2018');
  expect(locale).toBe('en');
});

it('lists several alerts, the gravest first, and nothing that was not planned', async () => {
  const urgent: KeptNotice = { ...stale, severity: 'urgent' };
  const say = [delivery('expiring'), delivery('stale')];
  const { told } = await cardFor(say, { notices: [expiring, urgent, notice('other')] });

  expect(told).toContain('2 alerts are open.');
  expect(told.indexOf(oldData)).toBeLessThan(told.indexOf(certification));
});

it('shows on an updated card what it said before beside what is new', async () => {
  const { told } = await cardFor([delivery('expiring')], { said: [delivery('stale')] });

  expect(told).toContain(certification);
  expect(told).toContain(oldData);
});

it.each<[string, Parts, readonly string[]]>([
  ['to an admin everything that is open for admins', {}, [certification, oldData]],
  ['nothing that its reader has stopped', { stopped: ['stale-data'] }, [certification]],
  [
    'nothing that was opened after its day',
    { notices: [expiring, { ...stale, openedAt: friday + dayMs }] },
    [certification],
  ],
  ['to another person only what concerns them', { to: 'ana', notices: [expiring, stale] }, []],
])('lists on a digest %s', async (_, parts, expected) => {
  const { told } = await cardFor([digest], parts);

  expect([certification, oldData].filter((headline) => told.includes(headline))).toEqual(expected);
  expect(told).toContain('Your alerts of 15 Jun 2018');
});

it('says on which day a card was sent that may not have arrived, the last of several', async () => {
  const say = [delivery('expiring', { doubtedOn: '2018-06-13' }), delivery('stale', { doubtedOn: '2018-06-12' })];

  expect((await cardFor(say)).told).toContain('Teams did not confirm on 13 Jun 2018');
});

it.each([
  ['an admin', 'boss', true],
  ['another person', 'ana', false],
])('shows the names of others to %s: %s, %s', async (_, to, isNamed) => {
  const about = notice('elsewhere', { reason: { rule: 'linked-elsewhere', person: 'bo', on: '2018-06-10' } });
  const { told } = await cardFor([delivery('elsewhere')], { to, notices: [about] });

  expect(told.includes('Alex Roe')).toBe(isNamed);
});

it('shows people their own name, however their account is written on record', async () => {
  const own = notice('own', { reason: { rule: 'linked-elsewhere', person: 'ana', on: '2018-06-10' } });

  expect((await cardFor([delivery('own')], { to: 'ana', notices: [own] })).told).toContain('Ana Lima');
});

it('shows people their own steps in onboarding, as they are now', async () => {
  const { told } = await cardFor([delivery('way')], { to: 'ana' });

  expect(told.split('\n').slice(0, 2)).toEqual(['Ana Lima (you)', 'Done: the achievements count']);
});

it('shows an onboarding alert as any other where the person is no longer on record', async () => {
  const gone = { ...way, reason: { ...way.reason, person: 'nobody' } } as KeptNotice;
  const { told } = await cardFor([delivery('way')], { to: 'ana', notices: [gone] });

  expect(told.split('\n')[0]).toBe(warning);
});

it('leaves out a step of onboarding that is past, beside an alert that stands', async () => {
  const past: KeptNotice = { ...way, state: { is: 'resolved', at: friday, because: 'superseded' } };
  const { told } = await cardFor([delivery('way'), delivery('expiring')], { notices: [past, expiring] });

  expect(told.split('\n').slice(0, 2)).toEqual([warning, certification]);
});

const goal = (level?: string) => ({ ...(level !== undefined && { level }), progress: 50 });
const step = (on: string, goals: HistoryStep['goals']): HistoryStep => ({
  on,
  programme: 'competencies',
  people: 2,
  counting: 1,
  lapsed: 0,
  goals,
});
const history: StandingHistory = {
  tenant,
  steps: [
    step('2018-05-01', { cloud: goal('silver'), data: goal('silver'), devops: goal() }),
    step('2018-06-01', { cloud: goal('silver'), data: goal(), devops: goal() }),
  ],
};

it('tells an admin on the weekly card how many goals held a level a month ago', async () => {
  const { told } = await cardFor([digest], { history });
  expect(told).toContain('With a level since 16 May 2018: 2 → 1');
});

it.each<[string, readonly Delivery[], Parts]>([
  ['who is no admin', [{ ...digest, recipient: 'ana' }], { to: 'ana', history }],
  ['of a day on which several alerts are told', [delivery('expiring'), delivery('stale')], { history }],
  ['where no earlier day is kept', [digest], { history: { tenant, steps: history.steps.slice(0, 1) } }],
])('tells no trend %s', async (_, say, parts) => {
  const { told } = await cardFor(say, parts);
  expect(told).not.toContain('With a level since');
});
