/** Leaving that is only intended, considered or possible, in five languages. */
import { isLeaveIntended } from './intention-words';

it.each([
  'Owen plans to leave in March',
  'Owen is thinking about leaving',
  'Owen might resign',
  'Олег собирается увольняться',
  'Олег думает об уходе',
  'O Bruno pretende sair da empresa',
  'O Bruno está pensando em pedir demissão',
  '王小明打算离职',
  '范植偉想走',
])('“%s” is an intention', (said) => {
  expect(isLeaveIntended(said)).toBe(true);
});

it.each([
  'Owen left',
  'Owen is leaving on Friday',
  'Owen may take AZ-104',
  'Олег увольняется в пятницу',
  'Олег хочет сдать AZ-104',
  'O Bruno vai sair na sexta',
  '王小明离职了',
  '王小明想考 AZ-104',
])('“%s” is none', (said) => {
  expect(isLeaveIntended(said)).toBe(false);
});
