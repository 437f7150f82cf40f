/** What holds for every card, whatever it is about: small, whole in words, safe in old clients, and never a dead button. */
import { type Locale, locales } from '../domain/basics/locale';
import { type Person, noIdentifiers } from '../domain/partner/people/person';
import { standardPolicies } from '../domain/programme/policy';
import type { Competency, Programme } from '../domain/programme/programme';
import type { Alternative } from '../domain/programme/requirement';
import { transferFaults } from '../domain/imports/file-transfer';
import { builtInProgramme } from '../infra/catalogue/load';
import { type Card, summaryOf } from './elements/card';
import { competencyCard } from './standing/competency-card';
import { bytesOf } from './elements/size-limit';
import {
  type Situation,
  competencyOf,
  overviewOf,
  peopleOf,
  personOf,
  requirementsOf,
  setting,
  whyIn,
} from './fixture.case';
import { overviewCard } from './standing/overview-card';
import { peopleCard } from './standing/people-card';
import { personCard } from './standing/person-card';
import { plainText } from './elements/plain-text';
import { refusalCard } from './general/refusal-card';
import { requirementsCard } from './standing/requirements-card';
import { shownCards } from './shown.case';
import { text } from './text';
import type { Refusal } from './contract/refusal';
import { whyCard } from './standing/why-card';
import type { Action, CardElement } from '@microsoft/teams.cards';
import { AdaptiveCard, HostConfig, SerializationContext, ValidationEvent } from 'adaptivecards';
import fc from 'fast-check';

interface Node {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** Every object in the card that has a type: elements, columns, runs and actions. */
function nodesOf(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(nodesOf);
  return 'type' in value ? [value as Node, ...inner] : inner;
}

/** Teams refuses messages above 100 KB in UTF-16; a quarter of that in UTF-8 leaves room for what is sent around the card. */
const mostBytes = 24 * 1024;
/** Teams shows no more buttons on one card. */
const mostActions = 6;

const newElements: readonly CardElement['type'][] = [
  'ProgressBar',
  'Badge',
  'Chart.Gauge',
  'Chart.HorizontalBar.Stacked',
];
const knownElements: readonly (CardElement | Action | { type: string })['type'][] = [
  'AdaptiveCard',
  'TextBlock',
  'RichTextBlock',
  'TextRun',
  'Container',
  'ColumnSet',
  'Column',
  'ActionSet',
  'Data.Query',
  'Action.Execute',
  'Action.ToggleVisibility',
  'Action.OpenUrl',
  'Input.ChoiceSet',
  'Input.Date',
  'Input.Number',
  'Input.Text',
];

/** Words in these colours have too little contrast on the background that Teams gives a card. */
const isText = ({ type }: Node): boolean => type === 'TextBlock' || type === 'TextRun';

/** What touching a heading shows or hides: each is one element of the card. */
const targetsIn = (nodes: readonly Node[]): readonly unknown[] =>
  nodes.flatMap(({ targetElements }) => (Array.isArray(targetElements) ? (targetElements as unknown[]) : []));

function expectSound(card: Card, locale: Locale): void {
  const nodes = nodesOf(card);
  const offending = {
    empty: nodes.filter((node) => ('text' in node || 'title' in node) && !/\S/u.test(String(node.text ?? node.title))),
    unwrapped: nodes.filter(({ type, wrap }) => type === 'TextBlock' && wrap !== true),
    unknown: nodes.filter(
      ({ type }) => !knownElements.includes(type) && !newElements.includes(type as CardElement['type']),
    ),
    withoutFallback: nodes.filter(
      ({ type, fallback }) => newElements.includes(type as CardElement['type']) && !fallback,
    ),
    untitled: nodes.filter(({ type, title }) => type.startsWith('Action.') && !title),
    illegible: nodes.filter(({ color }) => ['Good', 'Warning', 'Attention'].includes(String(color))).filter(isText),
    astray: targetsIn(nodes).filter((target) => nodes.filter(({ id }) => id === target).length !== 1),
    // A client writes a property of this name into what an action carries, and the press then comes to nothing.
    keyed: nodes.filter(({ data }) => typeof data === 'object' && data !== null && 'key' in data),
    unsaid: nodes.filter(({ text: words }) => /undefined|\[object|NaN/u.test(JSON.stringify(words ?? ''))),
  };

  expect(offending).toEqual({
    empty: [],
    unwrapped: [],
    unknown: [],
    withoutFallback: [],
    untitled: [],
    illegible: [],
    astray: [],
    keyed: [],
    unsaid: [],
  });
  expect(card).toMatchObject({ version: '1.5', lang: locale.slice(0, 2) });
  expect(card.actions?.length ?? 0).toBeLessThanOrEqual(mostActions);
  expect(bytesOf(card)).toBeLessThanOrEqual(mostBytes);
  expect(
    [card.speak, card.fallbackText, summaryOf(card), plainText(card)].filter((words) => words.trim() === ''),
  ).toEqual([]);
  expect(summaryOf(card).length).toBeLessThanOrEqual(150);
}

/** Read by a client that knows nothing newer than version 1.6 of the schema. */
function expectReadable(card: Card): void {
  const context = new SerializationContext();
  const read = new AdaptiveCard();
  read.hostConfig = new HostConfig({ actions: { maxActions: mostActions } });
  read.parse(JSON.parse(JSON.stringify(card)) as object, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  // The library tests `lang` with a regular expression that remembers its last match, so every other card fails it.
  const unexpected = events.filter(
    ({ event, message }) => event !== ValidationEvent.UnknownElementType && !message.endsWith('property "lang".'),
  );

  expect(unexpected.map(({ message }) => message)).toEqual([]);
  expect(read.validateProperties().validationEvents.map(({ message }) => message)).toEqual([]);
  expect(read.getItemCount()).toBe(card.body.length);
}

const everyCardIn = shownCards.flatMap(({ name, card }) => locales.map((locale) => [name, locale, card] as const));

it.each(everyCardIn)('%s in %s is sound', (_, locale, make) => {
  const card = make(text(locale));

  expectSound(card, locale);
  expectReadable(card);
});

const refusals: readonly Refusal[] = [
  { code: 'not-understood', heard: '', nearest: [] },
  {
    code: 'ambiguous',
    heard: 'x'.repeat(4000),
    candidates: Array.from({ length: 20 }, () => ({ label: 'y'.repeat(400), question: { ask: 'help' } })),
  },
  { code: 'unknown-competency', heard: '**', nearest: [] },
  { code: 'no-own-record' },
  { code: 'not-kept-out' },
  { code: 'unknown-person', heard: '\u202Eana', nearest: [] },
  { code: 'which-competency', ask: 'competency', nearest: [] },
  { code: 'which-competency', ask: 'requirements', nearest: [] },
  { code: 'which-competency', ask: 'why', nearest: [] },
  { code: 'unknown-credential', heard: '70-999', nearest: [] },
  { code: 'not-a-date', heard: '30 February' },
  { code: 'not-a-date', heard: '30 February', asking: { question: { ask: 'left', person: 'Ana' }, field: 'on' } },
  { code: 'which-day', heard: 'last month' },
  { code: 'which-day', heard: 'since March', asking: { question: { ask: 'what-changed' }, field: 'since' } },
  { code: 'date-in-the-past', date: '2017-03-01', nearest: [] },
  { code: 'which-event', nearest: [] },
  { code: 'which-person', ask: 'person', nearest: [] },
  { code: 'unknown-credential', heard: '70-999', nearest: [] },
  { code: 'which-credential', ask: 'remove', nearest: [] },
  { code: 'not-on-record', nearest: [] },
  { code: 'unknown-metric', heard: 'turnover', nearest: [] },
  { code: 'which-value', ask: 'figure' },
  { code: 'value-does-not-fit', metric: 'Seats' },
  { code: 'other-currency', metric: 'Azure consumption', currency: 'EUR' },
  { code: 'day-to-come' },
  { code: 'already-so', nearest: [] },
  { code: 'changed-since', nearest: [] },
  { code: 'nothing-to-undo' },
  { code: 'undo-too-late' },
  { code: 'level-does-not-exist', competency: 'ERP', level: 'Silver', nearest: [] },
  { code: 'one-file-only' },
  { code: 'not-a-file' },
  { code: 'file-in-private' },
  ...transferFaults.map((fault) => ({ code: 'file-not-fetched', fault, mib: 4 }) as const),
  {
    code: 'import-refused',
    file: '**a**.csv',
    refusal: { code: 'no-settings', args: {} },
    nearest: [{ label: 'y', question: { ask: 'import', pending: 'p' } }],
  },
  { code: 'import-expired' },
  { code: 'no-import-to-undo' },
  { code: 'import-undo-too-late' },
  { code: 'admins-only' },
  { code: 'not-your-card' },
  { code: 'only-in-private' },
  { code: 'too-long', most: 500 },
  { code: 'tenant-not-allowed' },
  { code: 'no-work-account' },
  { code: 'other-organization' },
  { code: 'too-many', seconds: 30 },
  { code: 'store-unavailable' },
  { code: 'card-outdated' },
  { code: 'went-wrong', reference: 'a1b2c3' },
];

/** Those who may ask nothing get no button. */
const forStrangers: ReadonlySet<string> = new Set(['tenant-not-allowed', 'no-work-account', 'other-organization']);

it.each(refusals.flatMap((refusal) => locales.map((locale) => [refusal.code, locale, refusal] as const)))(
  'the refusal %s in %s is sound and no dead end',
  (code, locale, refusal) => {
    const card = refusalCard(refusal, text(locale));

    expectSound(card, locale);
    expectReadable(card);
    expect(card.actions?.length ?? 0).toBeGreaterThanOrEqual(forStrangers.has(code) ? 0 : 2);
  },
);

/** Names as people and files have them, and as nobody should. */
const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
  fc.constantFrom(
    'Ana',
    '陈'.repeat(200),
    'Щ'.repeat(300),
    '😀'.repeat(300),
    '**"\\\\"**',
    '[x](javascript:y)',
    '<at>x</at>',
    '{{DATE(1)}}',
    '"'.repeat(300),
  ),
);
const date = fc
  .integer({ min: 2014, max: 2019 })
  .chain((year) => fc.integer({ min: 1, max: 12 }).map((month) => `${year}-${String(month).padStart(2, '0')}-09`));

function personIn(programme: Programme): fc.Arbitrary<Omit<Person, 'id'>> {
  const title = fc.oneof(fc.constantFrom(...programme.credentials.map(({ id }) => id)), name);
  return fc.record(
    {
      name,
      identifiers: fc.constant(noIdentifiers),
      achievements: fc.array(fc.record({ title, completedOn: date, source: fc.constant('x') }), { maxLength: 20 }),
      leftOn: date,
      linkedElsewhereOn: date,
      accountOn: date,
    },
    { requiredKeys: ['name', 'identifiers', 'achievements'] },
  );
}

function situationIn(programme: Programme): fc.Arbitrary<Situation> {
  return fc
    .record({
      people: fc.array(personIn(programme), { maxLength: 60 }),
      values: fc.infiniteStream(fc.integer({ min: 0, max: 2_000_000 })),
      seesNames: fc.boolean(),
      market: fc.constantFrom('developed' as const, 'developing' as const),
      orBranchMixing: fc.constantFrom('off' as const, 'on' as const),
      partner: name,
    })
    .map(({ people, values, seesNames, market, orBranchMixing, partner }) => ({
      setting: { ...setting, programme, seesNames, self: 'p0', partner: { ...setting.partner, name: partner, market } },
      facts: {
        market,
        figures: programme.metrics.flatMap(({ id }) => {
          const value = values.next().value!;
          return value % 3 === 0 ? [] : [{ metric: id, value, asOf: '2018-05-31', source: 'x' }];
        }),
        people: people.map((person, index) => ({ ...person, id: `p${index}` })),
        policies: { ...standardPolicies, orBranchMixing },
      },
      asOf: '2018-06-01',
    }));
}

/** Every card about the partner, of one competency, on one page. */
function cardsOf(
  at: Situation,
  { competency, page, locale }: { competency: number; page: number; locale: Locale },
): readonly Card[] {
  const words = text(locale);
  const { options } = at.setting.programme.competencies[competency]!;
  const whys = options.slice(0, 3).flatMap((_, option) =>
    at.setting.programme.levels.flatMap(({ id }) => {
      const view = whyIn(at, { competency, option, level: id, page });
      return view ? [whyCard(view, words)] : [];
    }),
  );
  return [
    overviewCard(overviewOf(at, page), words),
    competencyCard(competencyOf(at, competency), words),
    requirementsCard(requirementsOf(at, competency), words),
    ...whys,
    peopleCard(peopleOf(at, page), words),
    ...at.facts.people.slice(0, 2).map((_, index) => personCard({ ...personOf(at, index), page }, words)),
  ];
}

const place = (programme: Programme) =>
  fc.record({
    competency: fc.nat(programme.competencies.length - 1),
    page: fc.integer({ min: 1, max: 4 }),
    locale: fc.constantFrom(...locales),
  });

const competencies = builtInProgramme('competencies');

it('stays sound for any facts under the rules that come with Laurel', () => {
  fc.assert(
    fc.property(situationIn(competencies), place(competencies), (at, where) => {
      for (const card of cardsOf(at, where)) expectSound(card, where.locale);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

/** Rules larger and stranger than any programme has. */
const strangeProgramme: fc.Arbitrary<Programme> = fc
  .record({
    names: fc.array(name, { minLength: 30, maxLength: 30 }),
    options: fc.integer({ min: 1, max: 30 }),
    choices: fc.integer({ min: 1, max: 25 }),
    branches: fc.integer({ min: 1, max: 3 }),
    clauses: fc.integer({ min: 1, max: 2 }),
    figures: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ names: given, options, choices, branches, clauses, figures }) => {
    const named = (index: number) => ({ en: given[index % given.length]! });
    const credentials = Array.from({ length: 30 }, (_, index) => ({
      id: `C-${index}`,
      kind: 'certification' as const,
      titles: [named(index).en] as [string],
      activityIds: [],
      validity: 'unlimited' as const,
      source: 'x',
    }));
    const each = { any: credentials.slice(0, choices).map(({ id }) => ({ credential: id })) };
    const branch: Alternative = ['a', 'b', 'c'].slice(0, clauses).map((id, index) => ({
      id,
      n: 3,
      each,
      apart: [],
      ...(index > 0 && { within: 'a' }),
    }));
    const metrics = Array.from({ length: 6 }, (_, index) => ({
      id: `m${index}`,
      names: named(index),
      unit: 'USD' as const,
      source: 'x',
    }));
    const requirement = (level: string) => ({
      level,
      effectiveFrom: '2018-01-01',
      figures: metrics
        .slice(0, figures)
        .map(({ id }) => ({ metric: id, atLeast: { developed: 5_000_000, developing: 1 } })),
      alternatives: Array.from({ length: branches }, () => branch),
      source: given[3]!,
    });
    const competency = (index: number): Competency => ({
      id: `${'c'.repeat(78)}${index}`,
      names: named(index),
      otherNames: [],
      source: given[4]!,
      options: Array.from({ length: index === 0 ? options : 1 }, (_, at) => ({
        id: `${'o'.repeat(78)}${at}`,
        names: named(at),
        associations: [],
        requirements: [requirement('silver'), requirement('gold')],
      })),
    });
    return {
      ...setting.programme,
      credentials,
      metrics,
      names: named(5),
      levels: [
        { id: 'silver', names: named(6) },
        { id: 'gold', names: named(7) },
      ],
      competencies: Array.from({ length: 10 }, (_, index) => competency(index)),
    };
  });

it('stays sound for rules larger and stranger than any', () => {
  const both = strangeProgramme.chain((programme) =>
    fc.record({ at: situationIn(programme), where: place(programme).map((one) => ({ ...one, competency: 0 })) }),
  );
  fc.assert(
    fc.property(both, ({ at, where }) => {
      for (const card of cardsOf(at, where)) expectSound(card, where.locale);
    }),
    { numRuns: 15, endOnFailure: true },
  );
});
