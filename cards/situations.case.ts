/** Situations in which the cards of several rooms are shown. */
import type { Text } from './text';
import type { Card } from './elements/card';
import { setting, situation, competencyOf, type Situation, people, peopleOf } from './fixture.case';
import type { RiskLine } from './contract/view';
import type { MyTeamView } from './standing/my-team-card';
import type { ExamCost } from '../domain/partner/exam-cost';

/** A card under the name of its golden. */
export interface Shown {
  readonly name: string;
  readonly card: (text: Text) => Card;
}

const { newestImport: _, ...rest } = setting;
/** A company that has imported nothing. */
export const nothingImported = rest;

/** What Dana sees, who may see no other names. */
export const withoutNames = { ...situation, setting: { ...setting, seesNames: false, self: 'dana' } };

const { options } = competencyOf(situation, 2).standing;

/** A level of each kind of danger. */
export const riskLines: readonly RiskLine[] = [
  {
    state: 'at-risk',
    standing: options[0]!.levels[1]!,
    risk: {
      code: 'lost',
      competency: 'devops',
      level: 'gold',
      shownUntil: '2019-02-14',
      causes: [
        {
          code: 'credential',
          person: 'hana',
          credential: '90-301',
          because: { code: 'left', on: '2018-04-30' },
          on: '2018-04-30',
        },
      ],
    },
  },
  {
    state: 'at-risk',
    risk: {
      code: 'lapses',
      competency: 'cloud-platform',
      level: 'silver',
      on: '2018-10-01',
      causes: [
        {
          code: 'credential',
          person: 'emil',
          credential: '90-202',
          because: { code: 'expired', on: '2018-09-30' },
          on: '2018-09-30',
        },
        {
          code: 'credential',
          person: 'fay',
          credential: '90-204',
          because: { code: 'left', on: '2018-08-31' },
          on: '2018-08-31',
        },
        { code: 'rule', on: '2018-10-01' },
      ],
    },
  },
  {
    state: 'at-risk',
    standing: options[0]!.levels[1]!,
    risk: { code: 'override', competency: 'data-analytics', level: 'gold', until: '2018-08-31', lasts: false },
  },
  { state: 'active', risk: { code: 'thin', competency: 'crm', level: 'silver', people: ['ana', 'boris'] } },
];

/** The renewal of a specialization, on days of its own. */
export const harbourOwn = { anniversary: '2019-01-20', opens: '2018-11-21', closes: '2019-02-19' };

/** Everyone but one works at one of two offices. */
export const atPlaces: Situation = {
  ...situation,
  facts: {
    ...situation.facts,
    people: people.map((one, at) =>
      one.id === 'lea'
        ? one
        : {
            ...one,
            office: at % 3 === 0 ? '里斯本' : 'Berlin *Mitte*',
            team: at < 6 ? 'Data & AI' : 'Cloud',
          },
    ),
  },
};

/** The people of a manager: one waits, one is stuck, one is to earn something, and something ends. */
export function teamOf(): MyTeamView {
  const all = peopleOf().people.filter(({ person }) => ['chen', 'dana', 'emil', 'ivo', 'lea'].includes(person.id));
  const waiting = {
    ivo: { state: 'account-made', since: '2018-01-10', checks: 0 },
    lea: { state: 'invited', checks: 0 },
  } as const;
  const credential = setting.programme.credentials.find(({ id }) => id === '90-301')!;
  return {
    ...setting,
    seesNames: true,
    asOf: '2018-06-01',
    people: new Map(all.map(({ person }) => [person.id, person])),
    reports: all.map((one) => {
      const standing = one.person.id in waiting ? waiting[one.person.id as keyof typeof waiting] : undefined;
      return { ...one, ...(standing && { waiting: standing }) };
    }),
    endings: [{ person: people[3]!, credential, until: '2018-08-20', because: 'expiry' }],
    days: 90,
    tasks: [
      {
        id: 'dana/90-302',
        person: 'dana',
        credential: '90-302',
        askedBy: 'boss',
        askedAt: Date.parse('2018-05-01'),
        due: '2018-05-25',
        opening: 1,
        state: { is: 'accepted', at: Date.parse('2018-05-02') },
      },
    ],
    page: 1,
  };
}

/** What exams cost, and how many vouchers there are. */
export const costsOnRecord: readonly ExamCost[] = [
  { vouchers: 1, enteredOn: '2018-05-20', source: 'by-hand 1' },
  { credential: '90-301', fee: { units: 16_550, currency: 'USD' }, enteredOn: '2018-05-20', source: 'by-hand 1' },
];

/** The company that has entered them. */
export const withCostsOnRecord: Situation = {
  ...situation,
  setting: { ...setting, partner: { ...setting.partner, costs: costsOnRecord } },
};
