/** The state of a competency, as Partner Center would call it. */
import type { Risk } from './risk';
import type { CompetencyStanding } from '../counting/standing';
import { competencyStateOf, type StateContext } from './competency-state';

const standing = (level: string | undefined, progress = 0) =>
  ({
    id: 'c',
    level,
    options: [{ id: 'o', levels: [{ level: 'silver', progress }] }],
  }) as unknown as CompetencyStanding;
const nothing: StateContext = { displayed: [], isBought: false, risks: [] };
const displayed = [{ competency: 'c', level: 'silver' }];
const risk = (code: Risk['code'], competency = 'c') => ({ code, competency, level: 'silver' }) as unknown as Risk;

const override = (lasts: boolean): Risk => ({
  code: 'override',
  competency: 'c',
  level: 'silver',
  until: '2018-08-31',
  lasts,
});

it.each<[string, CompetencyStanding, Partial<StateContext>, string | undefined]>([
  ['nothing has begun', standing(undefined), {}, undefined],
  ['something has begun', standing(undefined, 0.2), {}, 'started'],
  ['met, nothing bought', standing('silver', 1), {}, 'qualified'],
  ['met and bought', standing('silver', 1), { isBought: true }, 'active'],
  ['displayed though not met', standing(undefined), { displayed }, 'active'],
  ['displayed and lost', standing(undefined), { displayed, risks: [risk('lost')] }, 'at-risk'],
  ['met, bought, lapsing', standing('silver', 1), { isBought: true, risks: [risk('lapses')] }, 'at-risk'],
  ['met, lapsing, nothing bought', standing('silver', 1), { risks: [risk('lapses')] }, 'qualified'],
  ['met, bought, thin', standing('silver', 1), { isBought: true, risks: [risk('thin')] }, 'active'],
  [
    'held by an override that ends before',
    standing('silver', 0),
    { isBought: true, risks: [override(false)] },
    'at-risk',
  ],
  ['held by an override that lasts', standing('silver', 0), { isBought: true, risks: [override(true)] }, 'active'],
  ['another one is lost', standing('silver', 1), { isBought: true, risks: [risk('lost', 'd')] }, 'active'],
])('%s', (_, one, circumstances, state) => {
  expect(competencyStateOf(one, { ...nothing, ...circumstances })).toBe(state);
});
