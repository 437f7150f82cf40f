/** One list of achievements from several sources: repetitions fall together, renewals stand side by side. */
import { claimSource } from '../partner/claim';
import { mergeAchievements } from './merged-achievements';
import type { AchievedKind } from '../programme/credential';
import type { IncomingAchievement } from './incoming';
import type { Achievement } from '../partner/people/person';

type Row = readonly [
  title: string,
  completedOn: string,
  rest?: { activityId?: string; expiresOn?: string; kind?: AchievedKind },
];

const row = ([title, completedOn, rest]: Row): IncomingAchievement => ({ title, completedOn, ...rest });
const keptRow = (one: Row): Achievement => ({ ...row(one), source: 'kept' });

it.each<{ situation: string; kept: Row[]; incoming: Row[]; merged: [...Row, string][]; counts: [number, number] }>([
  {
    situation: 'the same title and day',
    kept: [['Exam', '2018-01-01']],
    incoming: [['Exam', '2018-01-01']],
    merged: [['Exam', '2018-01-01', {}, 'kept']],
    counts: [0, 1],
  },
  {
    situation: 'another spelling of the title: the first in the alphabet stays',
    kept: [['Azure Developer', '2018-01-01']],
    incoming: [['Microsoft Certified: azure  developer', '2018-01-01']],
    merged: [['Azure Developer', '2018-01-01', {}, 'kept']],
    counts: [0, 1],
  },
  {
    situation: 'the same activity under another title: either may be the one that a programme knows',
    kept: [['Developing', '2018-01-01', { activityId: '9' }]],
    incoming: [['Desenvolvimento', '2018-01-01', { activityId: '9' }]],
    merged: [
      ['Desenvolvimento', '2018-01-01', { activityId: '9' }, 'new'],
      ['Developing', '2018-01-01', { activityId: '9' }, 'kept'],
    ],
    counts: [1, 0],
  },
  {
    situation: 'an exam and a certification of one title stay apart',
    kept: [],
    incoming: [
      ['GitHub', '2018-01-01', { activityId: 'GH-300', kind: 'exam' }],
      ['GitHub', '2018-01-01', { activityId: '3232', kind: 'certification' }],
    ],
    merged: [
      ['GitHub', '2018-01-01', { activityId: '3232', kind: 'certification' }, 'new'],
      ['GitHub', '2018-01-01', { activityId: 'GH-300', kind: 'exam' }, 'new'],
    ],
    counts: [2, 0],
  },
  {
    situation: 'what does not say which it is goes with the one of its activity id',
    kept: [['GitHub', '2018-01-01', { activityId: '9' }]],
    incoming: [
      ['GitHub', '2018-01-01', { activityId: '9', kind: 'exam' }],
      ['GitHub', '2018-01-01', { activityId: '3232', kind: 'certification' }],
    ],
    merged: [
      ['GitHub', '2018-01-01', { activityId: '3232', kind: 'certification' }, 'new'],
      ['GitHub', '2018-01-01', { activityId: '9', kind: 'exam' }, 'new'],
    ],
    counts: [1, 1],
  },
  {
    situation: 'what says nothing goes with the certification',
    kept: [['GitHub', '2018-01-01']],
    incoming: [
      ['GitHub', '2018-01-01', { kind: 'exam' }],
      ['GitHub', '2018-01-01', { kind: 'certification' }],
    ],
    merged: [
      ['GitHub', '2018-01-01', { kind: 'certification' }, 'new'],
      ['GitHub', '2018-01-01', { kind: 'exam' }, 'new'],
    ],
    counts: [1, 1],
  },
  {
    situation: 'of the exam what says its activity id, of the certification what says nothing',
    kept: [
      ['GitHub', '2018-01-01', { activityId: '9', expiresOn: '2020-01-01' }],
      ['GitHub', '2018-01-01', { expiresOn: '2021-01-01' }],
    ],
    incoming: [
      ['GitHub', '2018-01-01', { activityId: '9', kind: 'exam' }],
      ['GitHub', '2018-01-01', { activityId: '3232', kind: 'certification' }],
    ],
    merged: [
      ['GitHub', '2018-01-01', { activityId: '3232', kind: 'certification', expiresOn: '2021-01-01' }, 'new'],
      ['GitHub', '2018-01-01', { activityId: '9', kind: 'exam', expiresOn: '2020-01-01' }, 'new'],
    ],
    counts: [0, 2],
  },
  {
    situation: 'an activity id that was missing before',
    kept: [['Exam', '2018-01-01']],
    incoming: [['Exam', '2018-01-01', { activityId: '9' }]],
    merged: [['Exam', '2018-01-01', { activityId: '9' }, 'new']],
    counts: [0, 1],
  },
  {
    situation: 'a renewal on another day',
    kept: [['Exam', '2018-01-01']],
    incoming: [['Exam', '2019-01-01']],
    merged: [
      ['Exam', '2018-01-01', {}, 'kept'],
      ['Exam', '2019-01-01', {}, 'new'],
    ],
    counts: [1, 0],
  },
  {
    situation: 'a later expiry',
    kept: [['Exam', '2018-01-01', { expiresOn: '2020-01-01' }]],
    incoming: [['Exam', '2018-01-01', { expiresOn: '2021-01-01' }]],
    merged: [['Exam', '2018-01-01', { expiresOn: '2021-01-01' }, 'new']],
    counts: [0, 1],
  },
  {
    situation: 'an earlier expiry, or none',
    kept: [['Exam', '2018-01-01', { expiresOn: '2020-01-01' }]],
    incoming: [
      ['Exam', '2018-01-01', { expiresOn: '2019-01-01' }],
      ['Exam', '2018-01-01'],
    ],
    merged: [['Exam', '2018-01-01', { expiresOn: '2020-01-01' }, 'kept']],
    counts: [0, 1],
  },
  {
    situation: 'a row repeated in the file',
    kept: [],
    incoming: [
      ['Exam', '2018-01-01'],
      ['Exam', '2018-01-01'],
    ],
    merged: [['Exam', '2018-01-01', {}, 'new']],
    counts: [1, 0],
  },
  {
    situation: 'absence, which takes nothing away',
    kept: [['Other', '2018-01-01']],
    incoming: [['Exam', '2018-01-01']],
    merged: [
      ['Exam', '2018-01-01', {}, 'new'],
      ['Other', '2018-01-01', {}, 'kept'],
    ],
    counts: [1, 0],
  },
])('$situation', ({ kept, incoming, merged, counts: [fresh, unchanged] }) => {
  const achievements = merged.map(([title, completedOn, rest, source]) => ({
    ...row([title, completedOn, rest]),
    source,
  }));

  expect(mergeAchievements(kept.map(keptRow), incoming.map(row), 'new')).toEqual({
    achievements,
    new: fresh,
    unchanged,
  });
});

describe('what somebody says of themselves', () => {
  const exam = row(['Exam', '2018-01-01']);
  const claim: Achievement = { ...exam, source: claimSource('7') };
  const shown: Achievement = { ...exam, source: 'kept' };
  const cases: [string, readonly Achievement[], readonly IncomingAchievement[], string][] = [
    ['is confirmed by the file that shows it', [claim], [exam], 'new'],
    ['stays a claim where the file does not show it', [claim], [row(['Other', '2018-01-01'])], claim.source],
    ['stays confirmed by the file that showed it first', [claim, shown], [exam], 'kept'],
    ['is confirmed by a file that is kept already', [claim, shown], [], 'kept'],
  ];

  it.each(cases)('%s', (_, kept, incoming, source) => {
    for (const order of [kept, [...kept].reverse()]) {
      const { achievements, new: fresh } = mergeAchievements(order, incoming, 'new');

      expect(achievements[0]).toEqual({ ...exam, source });
      expect(fresh).toBe(incoming.some(({ title }) => title === 'Other') ? 1 : 0);
    }
  });
});
