/** Which programme a partner follows that has not chosen one. */
import { loadProgrammes } from '../../infra/catalogue/load';
import { followedProgramme, programmeInForce } from './loaded-programmes';

const loading = loadProgrammes();
const programmes = 'programmes' in loading ? loading.programmes : new Map();

it.each([
  ['2010-01-01', 'competencies', 'before the first rules the first programme'],
  ['2018-06-01', 'competencies', 'the one in force'],
  ['2022-09-30', 'competencies', 'to its last day'],
  ['2022-10-01', 'competencies', 'between two of them the last that had begun'],
  ['2022-10-03', 'designations', 'from its first day'],
  ['2026-11-28', 'designations', 'the first of two in force'],
])('on %s it is %s: %s', (day, id) => {
  expect(programmeInForce(programmes, day).id).toBe(id);
});

it('there is none where none is loaded', () => {
  expect(() => programmeInForce(new Map(), '2026-11-28')).toThrow('No programme is loaded');
  expect(() => followedProgramme({ programme: 'knitting' }, programmes)).toThrow('knitting');
});
