/** A button carries its question whole. */
import { button } from '../elements/elements';
import type { Question } from './question';

it.each<[Question, object]>([
  [{ ask: 'help' }, {}],
  [
    { ask: 'why', competency: 'devops', level: 'gold', page: 2 },
    { competency: 'devops', level: 'gold', page: 2 },
  ],
])('asks %j', (question, data) => {
  expect(button(question, 'Ask')).toEqual({ type: 'Action.Execute', title: 'Ask', verb: question.ask, data });
});
