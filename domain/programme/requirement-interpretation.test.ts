/** Which branches a requirement offers under the policies that settle its wording (domain.md 1.4, rules 4 and 5). */
import { anyOf, clause, one, requirement } from '../fixture.case';
import type { Expression } from './expression';
import { standardPolicies } from './policy';
import type { Alternative } from './requirement';
import { interpretAlternatives } from './requirement-interpretation';

const read = (alternatives: readonly Alternative[], policies: Partial<typeof standardPolicies> = {}) =>
  interpretAlternatives(requirement('gold', { alternatives }), { ...standardPolicies, ...policies });

const mixing = { orBranchMixing: 'on' } as const;
const team = { focusAreaScope: 'team' } as const;

/** Cloud Platform Gold: two people by assessment OR two by exam. */
const byAssessment = [clause('a', 2, one('assessment'))];
const byExam = [clause('a', 2, one('exam'))];

describe('one by assessment and one by exam', () => {
  const either = [clause('a', 2, { any: [one('assessment'), one('exam')] })];

  it('is no branch of its own unless the policy allows the mixture', () => {
    expect(read([byAssessment, byExam])).toEqual([byAssessment, byExam]);
    expect(read([byAssessment, byExam], mixing)).toEqual([byAssessment, byExam, either]);
  });

  it.each<[string, Alternative]>([
    ['another number of people', [clause('a', 1, one('exam'))]],
    ['another name', [clause('b', 2, one('exam'))]],
    ['one clause more', [...byExam, clause('b', 1, one('exam'))]],
    ['people of a group', [clause('a', 2, one('exam'), { within: 'b' })]],
    ['people apart from a group', [clause('a', 2, one('exam'), { apart: ['b'] })]],
  ])('cannot be mixed where the other branch asks for %s', (_, other) => {
    expect(read([byAssessment, other], mixing)).toEqual([byAssessment, other]);
    expect(read([byAssessment, byExam, other], mixing)).toEqual([byAssessment, byExam, other]);
  });

  it('mixes clause by clause, and keeps their ties', () => {
    const branch = (kind: string) => [
      clause('a', 2, one(`${kind} 1`)),
      clause('b', 1, one(`${kind} 2`), { within: 'a', apart: ['c'] }),
    ];

    expect(read([branch('exam'), branch('assessment')], mixing)[2]).toEqual([
      clause('a', 2, { any: [one('exam 1'), one('assessment 1')] }),
      clause('b', 1, { any: [one('exam 2'), one('assessment 2')] }, { within: 'a', apart: ['c'] }),
    ]);
  });

  it.each<[string, Alternative[]]>([
    ['a single branch', [byExam]],
    ['no people', []],
  ])('does not arise from %s', (_, alternatives) => {
    expect(read(alternatives, mixing)).toEqual(alternatives);
  });
});

/** Data Analytics Gold: each all exams of one focus area; may the two people have different ones? */
describe('focus areas', () => {
  const area = (focus: string): Expression => ({ all: [one(`${focus} 1`), one(`${focus} 2`)], focus });
  const inAreas = [clause('a', 2, { any: [area('big data'), area('reporting')] })];
  const all = (focus: string) => [clause('a', 2, { any: [area(focus)] })];

  it('may differ from person to person, or be the same for all by the policy', () => {
    expect(read([inAreas])).toEqual([inAreas]);
    expect(read([inAreas], team)).toEqual([all('big data'), all('reporting')]);
  });

  it('are the same in all clauses of a branch, each once', () => {
    const two = [...inAreas, clause('b', 1, { any: [area('big data'), area('reporting')] })];

    expect(read([two], team)).toHaveLength(2);
    expect(read([two], team)[1]!.map(({ each }) => each)).toEqual([
      { any: [area('reporting')] },
      { any: [area('reporting')] },
    ]);
  });

  it.each<[string, Expression]>([
    ['a single credential', one('exam')],
    ['any of several', anyOf('x', 'y')],
    ['all of several', { all: [one('x'), one('y')] }],
    ['any of several groups without a focus', { any: [{ all: [one('x')] }, one('y')] }],
  ])('leave a clause as it is that asks for %s', (_, each) => {
    const plain = clause('plain', 1, each);

    expect(read([[plain]], team)).toEqual([[plain]]);
    expect(read([[...inAreas, plain]], team)).toEqual([
      [...all('big data'), plain],
      [...all('reporting'), plain],
    ]);
  });

  it('leave open the ways of the same clause that belong to none', () => {
    const mixed = [clause('a', 1, { any: [area('reporting'), one('expert'), { all: [one('x'), one('y')] }] })];

    expect(read([mixed, byExam], team)).toEqual([mixed, byExam]);
  });

  it('are narrowed in the mixture of two branches as in the branches themselves', () => {
    expect(read([inAreas, byExam], { ...mixing, ...team })).toEqual([
      all('big data'),
      all('reporting'),
      byExam,
      [clause('a', 2, { any: [inAreas[0]!.each, one('exam')] })],
    ]);
  });
});
