/** Answers to a card that are nothing but a yes, and messages that say more. */
import { isBareAnswer } from './bare-answer';

it.each([
  'yes',
  'Yes, please!',
  'ok do it',
  'go ahead',
  'both',
  'да',
  'Да, запиши',
  'ок',
  '好的',
  '是的，确认',
  '對',
  'sim',
  'Sim, pode registrar.',
])('“%s” is one', (said) => expect(isBareAnswer(said)).toBe(true));

it.each([
  'yes, Owen left',
  'do it for DevOps',
  'okay what about gold',
  'да, Owen ушёл',
  '好的，看看进度',
  'simular',
  'right now',
  'no',
  'are you sure',
])('“%s” is none', (said) => expect(isBareAnswer(said)).toBe(false));
