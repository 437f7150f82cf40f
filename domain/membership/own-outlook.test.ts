/** The risk of a specialization, seen for its own anniversary and not for that of the membership, day by day. */
import { addDays } from '../basics/date';
import { competency, earned, factsOf, one, person, programmeOf, requirement } from '../fixture.case';
import type { Figure } from '../partner/figure';
import { emptyPartner, type Partner } from '../partner/partner';
import type { Person } from '../partner/people/person';
import { joined } from '../programme/joined-programme';
import type { Metric, Programme } from '../programme/programme';
import { factsOf as factsOfPartner, judgeStanding } from './cached-standing';
import { countRisks } from './risk-count';
import { forecastRisks } from './risk-forecast';

const yesNo = (id: string, parts: Partial<Metric> = {}): Metric => ({
  id,
  names: { en: id },
  unit: 'yes-no',
  source: 'test',
  ...parts,
});
const holders = (each: string) => [[{ id: 'a', n: 1, each: one(each), apart: [] }]];
const asks = (metric: string) => ({ metric, atLeast: { developed: true } });
const designations = programmeOf([competency('azure', requirement('silver', { alternatives: holders('p') }))], {
  id: 'designations',
  goals: 'designation',
});
const specializations: Programme = {
  ...programmeOf(
    [
      competency(
        'sap',
        requirement('silver', { figures: [asks('designation'), asks('audit')], alternatives: holders('q') }),
      ),
    ],
    { id: 'specializations', goals: 'specialization' },
  ),
  metrics: [
    yesNo('designation', { anyOf: ['in-azure', 'in-data'] }),
    yesNo('in-azure', { heldGoal: 'azure' }),
    yesNo('in-data', { heldGoal: 'data' }),
    yesNo('audit', { holdsMonths: 24 }),
  ],
};
const programme = joined([designations, specializations]);

/** The membership is renewed on 1 March 2027, SAP on 20 May 2027. */
const partner: Partner = {
  ...emptyPartner('t', programme.id),
  membership: { level: 'silver', boughtOn: '2026-03-01', renewedOn: [] },
  enrolments: [
    { competency: 'azure', level: 'silver', from: '2026-03-01' },
    { competency: 'sap', level: 'silver', from: '2026-05-20' },
  ],
};
const renewed: Partner = { ...partner, membership: { ...partner.membership!, renewedOn: ['2027-03-02'] } };
const sure = (title: string, at: number, expiresOn = '2030-01-01') =>
  person(`${title}${at}`, [earned(title, { completedOn: '2026-01-01', expiresOn })]);
const four = [sure('p', 1), sure('p', 2), sure('q', 1), sure('q', 2)];
const passedOn = (asOf: string): Figure => ({ metric: 'audit', value: true, asOf, source: 'test' });

function riskOn(today: string, people: readonly Person[], audit = '2026-04-01', of: Partner = partner) {
  const facts = factsOfPartner(of, { known: { people, figures: [passedOn(audit)] }, programme });
  const { risks } = forecastRisks(of, { programme, facts: { ...factsOf([]), ...facts }, today });
  return risks.filter((risk) => risk.competency === 'sap');
}

const own = { anniversary: '2027-05-20', opens: '2027-03-21', closes: '2027-06-19' };

it('is none where everything lasts, although the designation is renewed before', () => {
  expect(riskOn('2026-11-20', four)).toEqual([]);
});

it.each([
  ['before the membership is renewed', '2027-02-01', ['lapses']],
  ['between both anniversaries', '2027-03-30', ['lapses']],
  ['on its own anniversary', '2027-05-20', []],
])('sees a certification that ends %s', (_, ends, codes) => {
  const people = [sure('p', 1), sure('p', 2), sure('q', 1, ends), sure('q', 2, ends)];

  expect(riskOn('2026-11-20', people).map(({ code }) => code)).toEqual(codes);
});

it('lapses by its audit, which is named as the cause with its last day', () => {
  expect(riskOn('2026-11-20', four, '2025-04-10')).toEqual([
    {
      code: 'lapses',
      competency: 'sap',
      level: 'silver',
      on: '2027-04-11',
      causes: [{ code: 'evidence', metric: 'audit', on: '2027-04-10' }],
      own,
    },
  ]);
});

it('is lost once the audit has ended, and displayed until its own last day', () => {
  expect(riskOn('2027-04-11', four, '2025-04-10', renewed)).toEqual([
    {
      code: 'lost',
      competency: 'sap',
      level: 'silver',
      on: '2027-04-11',
      shownUntil: '2027-06-19',
      causes: [{ code: 'evidence', metric: 'audit', on: '2027-04-10' }],
      own,
    },
  ]);
});

it('lapses with a designation that is at risk itself, on the day after its enrolment', () => {
  const people = [sure('p', 1, '2027-01-31'), sure('q', 1), sure('q', 2)];

  expect(riskOn('2026-11-20', people)).toMatchObject([
    { code: 'lapses', on: '2027-04-02', causes: [{ code: 'enrolment', goal: 'azure', on: '2027-04-01' }], own },
  ]);
});

it('is seen for the last day to renew once the anniversary has passed, and for the year ahead after a new enrolment', () => {
  const ends = '2027-06-10';
  const people = [sure('p', 1), sure('p', 2), sure('q', 1, ends), sure('q', 2, ends)];
  const codesOn = (day: string, of: Partner = renewed) => riskOn(day, people, '2026-12-01', of).map(({ code }) => code);

  expect(codesOn('2027-05-20')).toEqual([]);
  expect(codesOn('2027-05-21')).toEqual(['lapses']);
  const enrolments = [partner.enrolments![0]!, { competency: 'sap', level: 'silver', from: '2027-05-20' }];
  expect(codesOn('2027-05-21', { ...renewed, enrolments })).toEqual(['lapses']);
});

it('keeps the standing valid until the day on which it is looked at again', () => {
  const known = { people: four, figures: [passedOn('2026-12-01')] };
  const basis = { programme, partner: renewed, known, release: 'test' };

  const judged = judgeStanding({ ...basis, asOf: '2027-05-01' });

  expect(judged.validUntil).toBe('2027-05-20');
  expect(judged.risks?.own).toEqual([{ goal: 'sap', level: 'silver', ...own }]);
});

it('counts on each day of a year what is told on that day, as long as the standing is valid', () => {
  const ends = '2027-04-30';
  const people = [sure('p', 1), sure('p', 2, '2027-02-10'), sure('q', 1, ends), sure('q', 2, '2027-03-15')];
  const known = { people, figures: [passedOn('2025-06-01')] };
  const facts = factsOfPartner(partner, { known, programme });
  let judged = judgeStanding({ programme, partner, known, release: 'test', asOf: '2026-06-01' });
  for (let today = '2026-06-01'; today < '2027-08-01'; today = addDays(today, 1)) {
    if (judged.validUntil !== undefined && judged.validUntil < today)
      judged = judgeStanding({ programme, partner, known, release: 'test', asOf: today });

    expect([today, judged.risks]).toEqual([today, countRisks(partner, { programme, facts, today }).risks]);
  }
});
