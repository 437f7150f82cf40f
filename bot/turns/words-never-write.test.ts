/** Words never write: whatever is typed, in any command, the store stays as it is, and only a pressed button writes. */
import fc from 'fast-check';
import type { Question } from '../../cards/contract/question';
import { payloadOf } from '../../cards/contract/verbs';
import { locales, type Locale } from '../../domain/basics/locale';
import type { Repository } from '../../domain/basics/repository';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import type { Store } from '../../domain/ports';
import { builtInProgramme } from '../../infra/catalogue/load';
import { openMemory } from '../../infra/memory/store';
import { openOnAzurite } from '../../infra/tables/azurite.case';
import { commandNamed, commands } from '../intents/all-commands';
import type { AppServices } from '../context/app-services';
import { AskedBefore } from '../context/asked-before';
import { isPreview, type Reply } from '../context/reply';
import { askBy, noon, tenant, worldOf } from '../partner/standing-cache.case';
import { replyTo } from './turn';

/** A thousand sentences and more are typed, some ten milliseconds each on a quiet machine. */
jest.setTimeout(120_000);

const programme = builtInProgramme('competencies');
const chen: Person = {
  id: 'chen',
  name: 'Chen Wei',
  identifiers: { ...noIdentifiers, corpEmail: ['chen@c.example'], aadUserId: ['aad-chen'] },
  achievements: [{ title: '70-532', completedOn: '2020-05-01', source: 'test' }],
};

interface Spied {
  readonly services: AppServices;
  /** The nouns that were written, in order; the cached standing is no fact. */
  readonly writes: string[];
}

/** A partner with a person, an import and a correction of the admin's, behind a store that tells what is written. */
async function spied(store: Store = openMemory()): Promise<Spied> {
  const writes: string[] = [];
  const services = worldOf(spyOn(store, writes), { programmes: new Map([[programme.id, programme]]) });
  await store.people.write(tenant, [{ kind: 'create', value: chen }]);
  const preview = await type('figure azure consumption 5', services);
  await press(preview.card.actions?.[0], services);
  await press(payloadOf({ ask: 'membership', level: 'silver', boughtOn: '2020-01-25' }), services);
  writes.length = 0;
  return { services, writes };
}

function spyOn(store: Store, writes: string[]): Store {
  const nouns = Object.entries(store).map(([noun, repository]: [string, unknown]) => {
    // That a list with names was read is recorded; it is no fact and no setting.
    if (noun === 'ping' || noun === 'standings' || noun === 'audit') return [noun, repository];
    const own = repository as Repository<unknown>;
    const write: typeof own.write = (of, changes) => {
      writes.push(noun);
      return own.write(of, changes);
    };
    return [noun, { ...own, write }];
  });
  return Object.fromEntries(nouns) as Store;
}

function type(said: string, services: AppServices, locale: Locale = 'en'): Promise<Reply> {
  return replyTo({ said }, { ...askBy('boss', noon), locale }, services);
}

function press(pressed: unknown, services: AppServices): Promise<Reply> {
  return replyTo({ pressed }, askBy('boss', noon), services);
}

/** What is typed to have each action done, and what is written when its preview is confirmed. */
const actions: readonly (readonly [said: string, ask: Question['ask'], written: string])[] = [
  ['membership gold 2 Apr 2020', 'membership', 'partners'],
  ['renewed 28 Jan 2021', 'renewed', 'partners'],
  ['left Chen Wei 2021-01-15', 'left', 'people'],
  ['completed 70-473 Chen Wei 2021-01-10', 'completed', 'people'],
  ['remove 70-532 Chen Wei', 'remove', 'people'],
  ['figure azure consumption 250000', 'figure', 'figures'],
  ['override devops gold until 30 Sep 2021', 'override', 'partners'],
  ['cost 70-532 165 USD', 'cost', 'partners'],
  ['undo', 'undo', 'figures'],
  ['onboard Chen Wei', 'onboard', 'onboardings'],
  ['i linked my account', 'step', 'onboardings'],
  ['stop alerts about the renewal at risk', 'stop-alerts', 'alertSettings'],
];

describe('an action', () => {
  it.each(actions)('%s is previewed, and written once by two presses', async (said, ask, written) => {
    const { services, writes } = await spied();
    const preview = await type(said, services);
    const previewed = [...writes];
    const button = preview.card.actions?.[0];
    await press(button, services);
    const once = [...writes];
    await press(button, services);

    expect(previewed).toEqual([]);
    expect(isPreview(preview.name)).toBe(true);
    expect(button).toMatchObject({ verb: ask });
    expect(once).toContain(written);
    expect(writes.filter((noun) => noun === written)).toHaveLength(once.filter((noun) => noun === written).length);
  });

  it.each(actions.filter(([said]) => said.startsWith('membership') || said.startsWith('renewed')))(
    '%s is not written over what was recorded meanwhile',
    async (said) => {
      const { services } = await spied();
      const preview = await type(said, services);
      await press(payloadOf({ ask: 'membership', level: 'silver', boughtOn: '2020-06-15' }), services);
      await press(preview.card.actions?.[0], services);

      const kept = await services.store.partners.get(tenant, tenant);
      expect(kept?.value.membership).toEqual({ level: 'silver', boughtOn: '2020-06-15', renewedOn: [] });
    },
  );

  it('is refused to somebody else who presses the button of the preview', async () => {
    const { services, writes } = await spied();
    const preview = await type('left Chen Wei 2021-01-15', services);
    await replyTo({ pressed: preview.card.actions?.[0] }, askBy('employee', noon), services);

    expect(writes).toEqual([]);
  });
});

it('every command with a preview is among the actions that are tried here or has its own test', () => {
  const elsewhere = [
    'admins',
    'enter-figures',
    'forget',
    'forget-partner',
    'readmit',
    'retention',
    'same-person',
    'share',
    // In the recorded situation `a-plan-becomes-tasks`.
    'ask-people',
    'booked',
    'programme',
    'import',
    'undo-import',
    'start-alerts',
    'language',
  ];
  const tried = actions.map(([, ask]) => ask);

  expect(
    commands
      .filter(({ previews }) => previews)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...tried, ...elsewhere].sort());
});

describe('whatever is typed', () => {
  const phrases = commands.flatMap(({ phrases: hears, extraPhrases: more = hears }) =>
    locales.flatMap((locale) => [...hears[locale], ...more[locale]].map((said) => [said, locale] as const)),
  );

  it('by a phrase of any command, nothing is written', async () => {
    const { services, writes } = await spied();
    for (const [said, locale] of phrases) await type(said, services, locale);

    expect(writes).toEqual([]);
  });

  it('by phrases with anything around them, nothing is written', async () => {
    const { services, writes } = await spied();
    const around = fc.constantFrom(
      '',
      'Chen Wei',
      '70-532',
      'devops gold',
      '2021-01-10',
      'confirm',
      '*',
      'everyone',
      '5',
    );
    const sentence = fc.tuple(around, fc.constantFrom(...phrases), around, around);
    await fc.assert(
      fc.asyncProperty(sentence, async ([before, [said, locale], after, last]) => {
        await type([before, said, after, last].join(' '), services, locale);
        expect(writes).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

/** Short messages that are read with the one before them. */
const afterwards: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'no, it was yesterday',
    'sorry, I meant Chen Wei',
    'actually 70-473',
    'no, 9000',
    'the same for Chen Wei',
    'yes',
    'remove his 70-532',
  ],
  'zh-CN': ['不对，是昨天', '我说的是Chen Wei', 'Chen Wei也一样', '好的', '他昨天离职了'],
  'zh-TW': ['不對，是昨天', '我說的是Chen Wei', 'Chen Wei也一樣', '好的', '他昨天離職了'],
  'ru-RU': ['нет, вчера', 'я имел в виду Chen Wei', 'Chen Wei тоже', 'да', 'он вчера уволился'],
  'pt-BR': ['não, foi ontem', 'quis dizer Chen Wei', 'Chen Wei também', 'sim', 'ele saiu ontem'],
};

describe('whatever is typed after a preview', () => {
  it.each(locales)('is at most another preview (%s)', async (locale) => {
    const { services: world, writes } = await spied();
    const services = { ...world, askedBefore: new AskedBefore() };
    const previewed: string[] = [];
    for (const [order] of actions)
      for (const said of afterwards[locale]) {
        await type(order, services);
        const { name } = await type(said, services, locale);
        if (isPreview(name)) previewed.push(`${order} / ${said}`);
      }

    expect(writes).toEqual([]);
    expect(previewed.length).toBeGreaterThan(5);
  });
});

/** How an order is denied, questioned, supposed and quoted; `…` is where the order stands. */
const moods: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'do not … yet',
    'never …',
    'how do I …?',
    'should we …',
    'is it possible to … again?',
    'if we …',
    'unless they …',
    'he wrote “…”',
    '"…"',
  ],
  'zh-CN': ['不要…', '别…', '怎么…？', '要不要…', '可以…吗？', '如果…的话', '他写道“…”'],
  'zh-TW': ['不要…', '別…', '如何…？', '要不要…', '可以…嗎？', '如果…的話', '他寫道「…」'],
  'ru-RU': ['не надо …', 'никогда не …', 'как …?', 'можно ли …', 'стоит ли …', 'если …', 'он написал «…»'],
  'pt-BR': ['não …', 'nunca …', 'como …?', 'deveria …', 'devemos … hoje?', 'se … amanhã', 'ele escreveu “…”'],
};

/** Orders of every action in every language: each of its phrases with what it is about. */
const objects: Readonly<Partial<Record<Question['ask'], string>>> = {
  membership: 'gold 2020-04-02',
  renewed: '2021-02-20',
  left: 'Chen Wei 2021-01-15',
  completed: '70-473 Chen Wei 2021-01-10',
  remove: '70-532 Chen Wei',
  figure: 'azure consumption 250000',
  override: 'devops gold 2021-09-30',
  cost: '70-532 165 USD',
  onboard: 'Chen Wei',
  programme: 'designations',
};
const orders = commands
  .filter(({ previews }) => previews)
  .flatMap(({ name, phrases }) =>
    locales.flatMap((locale) =>
      phrases[locale].slice(0, 2).flatMap((phrase) =>
        moods[locale].map((mood) => ({
          name,
          locale,
          said: mood.replace('…', [phrase, objects[name] ?? ''].join(' ').trim()),
        })),
      ),
    ),
  );

describe('an order that is denied, questioned, supposed or quoted', () => {
  it('is tried in more than a thousand sentences', () => {
    expect(orders.length).toBeGreaterThan(1_000);
  });

  it('writes nothing and shows no preview', async () => {
    const { services, writes } = await spied();
    const previewed: string[] = [];
    for (const { said, locale } of orders)
      if (isPreview((await type(said, services, locale)).name)) previewed.push(said);

    expect(previewed).toEqual([]);
    expect(writes).toEqual([]);
  });

  it('writes nothing on a table service either', async () => {
    const { store, close } = await openOnAzurite();
    try {
      const { services, writes } = await spied(store);
      for (const { said, locale } of orders.filter((_, at) => at % 97 === 0)) await type(said, services, locale);
      expect(writes).toEqual([]);
    } finally {
      await close();
    }
  });

  it.each([
    ['как отменить импорт?', 'ru-RU', 'undo-import'],
    ['不要撤销导入', 'zh-CN', 'undo-import'],
    ['ainda não associei minha conta', 'pt-BR', 'step'],
    ['should we buy gold membership on 1 April 2018', 'en', 'membership'],
    ['do not onboard everyone', 'en', 'onboard'],
  ] as const)('%s is answered with how it is done', async (said, locale, topic) => {
    const { services } = await spied();
    const reply = await type(said, services, locale);

    expect(reply.name).toBe('help-topic');
    expect(JSON.stringify(reply.card)).toContain(
      services.text(locale).say(`command.${topic}.example`, { goal: 'competency' }),
    );
    expect(commandNamed(topic)?.previews).toBeDefined();
  });
});
