/** What is nothing but a question whether or when something was done; an order or a statement in its words is none. */
import { isFactQuestion } from './fact-question';
import { normalize } from './message-text';

function isFact(said: string): boolean {
  const masked = said.replaceAll('Owen', 'xqpersonxq');
  return isFactQuestion({ said, masked: `${normalize(masked)}${/[?？]$/u.test(said) ? ' ?' : ''}` });
}

it.each([
  'did Owen leave?',
  'did I already link my account',
  'have we renewed yet',
  'has Owen passed it',
  'was our renewal recorded?',
  'did you record that Owen left',
  'is there an override for devops',
  'when was gold bought?'.replace('gold', 'the pack'),
  'мы уже продлились?',
  'оплачен ли взнос',
  'já renovamos?',
  '我们续约了吗',
])('“%s” is one', (said) => {
  expect(isFact(said)).toBe(true);
});

it.each([
  'did my exam AZ-305 on 3 November',
  'Did the renewal yesterday',
  'had our renewal yesterday',
  'have our renewal recorded as of 3 November',
  'have Owen marked as leaving on 4 December',
  'was my last day yesterday',
  'did you get that Owen left on Friday',
  'did I tell you Owen left on Friday',
  'is there any way to stop the alerts',
  'is there a form to enter that Owen left',
  'did Owen leave, and how do I record it?',
  '能帮我登记Owen周五离职了吗',
  '把提醒关了好了吗',
])('“%s” is none', (said) => {
  expect(isFact(said)).toBe(false);
});
