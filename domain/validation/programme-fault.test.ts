/** What a programme cannot mean, one change at a time to a sound one. */
import type { Credential } from '../programme/credential';
import { standardPolicies } from '../programme/policy';
import type { Metric, Option, Programme } from '../programme/programme';
import { programmeFaults } from './programme-fault';
import type { Requirement } from '../programme/requirement';
import type { Score, ScoreMetric } from '../programme/score';

const exam = (id: string, rest: Partial<Credential> = {}): Credential => ({
  id,
  kind: 'exam',
  titles: [id],
  activityIds: [],
  validity: 'unlimited',
  source: 'test',
  ...rest,
});

const rule = (rest: Partial<Requirement> = {}): Requirement => ({
  level: 'silver',
  effectiveFrom: '2018-03-19',
  figures: [{ metric: 'revenue', atLeast: { developed: 10 } }],
  alternatives: [[{ id: 'a', n: 1, each: { any: [{ credential: 'x' }, { credential: 'y' }] }, apart: [] }]],
  source: 'test',
  ...rest,
});

const option = (...requirements: readonly Requirement[]): Option => ({
  id: 'option',
  names: { en: 'Option' },
  associations: ['tie'],
  requirements,
});

const sound: Programme = {
  id: 'sound',
  names: { en: 'Sound' },
  edition: '1',
  effectiveFrom: '2017-01-01',
  levels: [{ id: 'silver', names: { en: 'Silver' } }],
  policies: standardPolicies,
  associations: { tie: 'Tie' },
  metrics: [
    { id: 'revenue', names: { en: 'Revenue' }, unit: 'USD', source: 'test' },
    { id: 'authorised', names: { en: 'Authorised' }, unit: 'yes-no', source: 'test' },
  ],
  credentials: [exam('x', { retiredOn: '2017-12-31', replacedBy: 'y' }), exam('y', { activityIds: ['1'] })],
  competencies: [{ id: 'skill', names: { en: 'Skill' }, otherNames: [], options: [option(rule())], source: 'test' }],
};

const withOption = (changed: Option): Programme => ({
  ...sound,
  competencies: [{ ...sound.competencies[0]!, options: [changed] }],
});
const withRule = (rest: Partial<Requirement>) => withOption(option(rule(rest)));
const withCredentials = (...credentials: Credential[]): Programme => ({
  ...sound,
  credentials: [...sound.credentials, ...credentials],
});
const threshold = (metric: string, developed: number | boolean) =>
  withRule({ figures: [{ metric, atLeast: { developed } }] });
const each = (expression: Requirement['alternatives'][number][number]['each']) =>
  withRule({ alternatives: [[{ id: 'a', n: 1, each: expression, apart: [] }]] });

const fraction = (numerator: number) => ({ numerator, denominator: 1 });
const once = fraction(1);
const withMetric = (rest: Partial<Metric>): Programme => ({
  ...sound,
  metrics: [...sound.metrics, { id: 'total', names: { en: 'Total' }, unit: 'points', source: 'test', ...rest }],
});

const scoreMetric: ScoreMetric = {
  id: 'performance',
  of: fraction(40),
  figures: [{ metric: 'revenue', points: once }],
  steps: [],
  mayBeZero: false,
};
const withScore = (rest: Partial<Requirement>, score: Partial<Score> = {}): Programme => ({
  ...withRule({ ...rest, score: { atLeast: fraction(30), of: fraction(40), metrics: [scoreMetric], ...score } }),
  scoreMetrics: [{ id: 'performance', names: { en: 'Performance' } }],
});

/** Code, place, and the values that the message about it names, in their order. */
const found = (programme: Programme) =>
  programmeFaults(programme).map(
    ({ code, path, args }) =>
      `${code} ${path.join('.')}${Object.values(args)
        .map((value) => ` ${value}`)
        .join('')}`,
  );

const inRule = 'competencies.skill.options.option.requirements.0';

// prettier-ignore
it.each<[string, Programme, string[]]>([
  ['nothing', sound, []],
  ['no levels', { ...sound, levels: [] }, ['empty-list levels', `unknown-level ${inRule}.level silver`]],
  ['no competencies', { ...sound, competencies: [] }, ['empty-list competencies']],
  ['an end before its start', { ...sound, effectiveTo: '2016-12-31' }, ['dates-reversed effectiveTo 2017-01-01 2016-12-31']],
  ['an end on the day of its start', { ...sound, effectiveTo: '2017-01-01' }, []],
  ['a level twice', { ...sound, levels: [...sound.levels, ...sound.levels] }, ['duplicate-id levels.1 silver']],
  ['a metric twice', { ...sound, metrics: [...sound.metrics, sound.metrics[0]!] }, ['duplicate-id metrics.revenue revenue']],
  ['a credential twice', withCredentials(exam('X')), ['duplicate-id credentials.X X']],
  ['an activity id twice', withCredentials(exam('z', { activityIds: ['2', '1'] })), ['duplicate-id credentials.z.activityIds.1 1']],
  ['a competency twice', { ...sound, competencies: [...sound.competencies, ...sound.competencies] }, ['duplicate-id competencies.skill skill']],
  ['an unknown successor', withCredentials(exam('z', { replacedBy: 'w' })), ['unknown-credential credentials.z.replacedBy w']],
  ['a credential replaced by itself', withCredentials(exam('z', { replacedBy: 'z' })), ['refers-to-itself credentials.z.replacedBy z']],
  ['a grace without a retirement', withCredentials(exam('z', { countsUntil: '2018-01-01' })), ['counts-without-retirement credentials.z.countsUntil']],
  ['a grace before the retirement', withCredentials(exam('z', { retiredOn: '2018-01-01', countsUntil: '2017-12-31' })), ['dates-reversed credentials.z.countsUntil 2018-01-01 2017-12-31']],
  ['a grace on the day of the retirement', withCredentials(exam('z', { retiredOn: '2018-01-01', countsUntil: '2018-01-01' })), []],
  ['a benefit of an unknown level', { ...sound, benefits: [{ code: 'offers', source: 'test' }, { code: 'silver-fee', level: 'silver', source: 'test' }, { code: 'gold-fee', level: 'gold', source: 'test' }] }, ['unknown-level benefits.2.level gold']],
  ['a metric weighed with itself', withMetric({ weights: { revenue: once, total: once } }), ['refers-to-itself metrics.total.weights.total total']],
  ['a metric weighed with an unknown one', withMetric({ weights: { profit: once } }), ['unknown-metric metrics.total.weights.profit profit']],
  ['a metric that is any of an unknown one', withMetric({ anyOf: ['revenue', 'profit'] }), ['unknown-metric metrics.total.anyOf.1 profit']],
  ['a metric that is all of itself', withMetric({ allOf: ['revenue', 'total'] }), ['refers-to-itself metrics.total.allOf.1 total']],
  ['a competency without options', { ...sound, competencies: [{ ...sound.competencies[0]!, options: [] }] }, ['empty-list competencies.skill.options']],
  ['an option twice', { ...sound, competencies: [{ ...sound.competencies[0]!, options: [option(rule()), option(rule())] }] }, ['duplicate-id competencies.skill.options.option option']],
  ['a choice among other options', { ...sound, competencies: [{ ...sound.competencies[0]!, choice: [{ option: 'other', when: [] }] }] }, ['unknown-option competencies.skill.choice.0.option other']],
  ['a credential that asks for itself', withCredentials(exam('z', { requires: { credential: 'z' } })), ['requires-cycle credentials.z.requires z → z']],
  ['a grace without a retirement, before the programme', withCredentials(exam('z', { countsUntil: '2000-01-01' })), ['counts-without-retirement credentials.z.countsUntil']],
  ['a score beside figures', withScore({ alternatives: [] }), [`score-alone ${inRule}.score`]],
  ['a score beside people', withScore({ figures: [] }), [`score-alone ${inRule}.score`]],
  ['a score in place of both', withScore({ figures: [], alternatives: [] }), []],
  ['a score that cannot be reached', withScore({ figures: [], alternatives: [] }, { atLeast: fraction(41) }), [`score-unreachable ${inRule}.score.atLeast 40 40 41`]],
  ['a score of an unknown metric', withScore({ figures: [], alternatives: [] }, { metrics: [{ ...scoreMetric, id: 'charm' }] }), [`unknown-score-metric ${inRule}.score.metrics.0.id charm`]],
  ['a rule that asks for people only', withRule({ figures: [] }), []],
  ['a threshold of nothing', threshold('revenue', 0), [`threshold-unit ${inRule}.figures.0 revenue number`]],
  ['a number in one market and a yes in the other', withRule({ figures: [{ metric: 'revenue', atLeast: { developed: 1, developing: true } }] }), [`threshold-unit ${inRule}.figures.0 revenue number`]],
  ['an unknown tie', withOption({ ...option(rule()), associations: ['tie', 'knot'] }), ['unknown-association competencies.skill.options.option.associations.1 knot']],
  ['an option without rules', withOption(option()), ['empty-list competencies.skill.options.option.requirements']],
  ['an unknown level', withRule({ level: 'gold' }), [`unknown-level ${inRule}.level gold`]],
  ['a rule that ends before it starts', withRule({ effectiveTo: '2018-03-18' }), [`dates-reversed ${inRule}.effectiveTo 2018-03-19 2018-03-18`]],
  ['a rule that asks for nothing', withRule({ figures: [], alternatives: [] }), [`nothing-required ${inRule}`]],
  ['a rule that asks for figures only', withRule({ alternatives: [] }), []],
  ['an empty branch', withRule({ alternatives: [[]] }), [`empty-list ${inRule}.people.0`]],
  ['an unknown metric', threshold('profit', 1), [`unknown-metric ${inRule}.figures.0.metric profit`]],
  ['a metric twice in a rule', withRule({ figures: [...rule().figures, ...rule().figures] }), [`duplicate-id ${inRule}.figures.1.metric revenue`]],
  ['a threshold without a value', withRule({ figures: [{ metric: 'revenue', atLeast: {} }] }), [`threshold-missing ${inRule}.figures.0 revenue`]],
  ['a yes where a number belongs', threshold('revenue', true), [`threshold-unit ${inRule}.figures.0 revenue number`]],
  ['a number where a yes belongs', threshold('authorised', 1), [`threshold-unit ${inRule}.figures.0 authorised yes`]],
  ['a no where a yes belongs', threshold('authorised', false), [`threshold-unit ${inRule}.figures.0 authorised yes`]],
  ['a yes', threshold('authorised', true), []],
  ['a threshold that is always reached', threshold('revenue', -1), [`threshold-unit ${inRule}.figures.0 revenue number`]],
  ['a threshold that is never reached', threshold('revenue', Infinity), [`threshold-unit ${inRule}.figures.0 revenue number`]],
  ['an unknown credential', each({ credential: 'z' }), [`unknown-credential ${inRule}.people.0.0.each z`]],
  ['an unknown credential deep inside', each({ any: [{ credential: 'x' }, { all: [{ credential: 'y' }, { credential: 'z' }] }] }), [`unknown-credential ${inRule}.people.0.0.each.any.1.all.1 z`]],
  ['none of any', each({ any: [] }), [`empty-list ${inRule}.people.0.0.each.any`]],
  ['all of none', each({ all: [] }), [`empty-list ${inRule}.people.0.0.each.all`]],
  ['a fault between clauses', withRule({ alternatives: [rule().alternatives[0]!, [{ id: 'a', n: 0, each: { credential: 'x' }, apart: [] }]] }), [`not-a-count ${inRule}.people.1.0.n 0`]],
])('%s', (_, programme, faults) => {
  expect(found(programme)).toEqual(faults);
});

it.each<[string, Partial<Requirement>, boolean]>([
  ['begins after the other ended', { effectiveFrom: '2018-06-30' }, false],
  ['begins on the last day of the other', { effectiveFrom: '2018-06-29' }, true],
  ['ended before the other began', { effectiveFrom: '2017-01-01', effectiveTo: '2018-03-18' }, false],
  ['ended on the first day of the other', { effectiveFrom: '2017-01-01', effectiveTo: '2018-03-19' }, true],
  ['is for another level', { level: 'gold' }, false],
])('a rule that %s', (_, rest, overlaps) => {
  const levels = [...sound.levels, { id: 'gold', names: { en: 'Gold' } }];
  const programme = { ...withOption(option(rule({ effectiveTo: '2018-06-29' }), rule(rest))), levels };

  expect(found(programme)).toEqual(
    overlaps
      ? ['overlapping-periods competencies.skill.options.option.requirements.1.effectiveFrom silver 2018-03-19']
      : [],
  );
});

it('a rule that begins while one without an end holds overlaps', () => {
  const programme = withOption(option(rule(), rule({ effectiveFrom: '2021-01-01' })));

  expect(found(programme)).toEqual([
    'overlapping-periods competencies.skill.options.option.requirements.1.effectiveFrom silver 2018-03-19',
  ]);
});
