/** A question for every command, and further forms of some: what can be asked by a button, for tests that try it all. */
import type { Question } from '../../cards/contract/question';
import { commands } from '../intents/all-commands';

/** Fields that make a payload of each command whole where it must have some. */
const needed: Readonly<Record<string, object>> = {
  forget: { person: 'me' },
  competency: { competency: 'devops' },
  requirements: { competency: 'devops' },
  why: { competency: 'devops' },
  person: { person: 'me' },
  'who-holds': { credential: '70-532' },
  serves: { credential: '70-532' },
  none: { about: 'thanks' },
  'same-person': { person: 'p1' },
  'what-if': { events: [{ kind: 'retires', credential: '70-473' }] },
  'ask-people': { competency: 'devops' },
  booked: { credential: '70-532' },
  left: { person: 'p1' },
  completed: { credential: '70-532', person: 'me' },
  remove: { credential: '70-532', person: 'me' },
  figure: { metric: 'seats', value: 1 },
  override: { competency: 'devops' },
  step: { people: ['me'], step: 'linked' },
  trouble: { person: 'me' },
};

/** Further forms of a question that are for fewer people than its least demanding one, or for more. */
const others: readonly Question[] = [
  { ask: 'people', competency: 'devops' },
  { ask: 'plan', person: 'me' },
  { ask: 'membership', level: 'gold', boughtOn: '2018-02-14' },
  { ask: 'programme', programme: 'competencies' },
  { ask: 'import', pending: 'p1' },
  { ask: 'forget', person: 'p1' },
  { ask: 'onboard', people: ['p1'] },
  { ask: 'tasks', task: 'p1/70-532' },
];

/** Every question that a button can ask, each command at least once. */
export const questions: readonly Question[] = [
  ...commands.map(({ name }) => ({ ask: name, ...needed[name] }) as Question),
  ...others,
];
