/** Which programme a sentence names, in five languages. */
import { namesProgrammeInstead, recognizeProgramme } from './programme-recognizer';

it.each([
  ['switch to the designations', 'designations'],
  ['we are in the AI Cloud Partner Program now', 'designations'],
  ['переключи на MAICPP', 'designations'],
  ['切换到解决方案合作伙伴计划', 'designations'],
  ['back to gold/silver', 'competencies'],
  ['верни старые правила MPN', 'competencies'],
  ['volta para as competências', 'competencies'],
  ['from competencies to designations', 'designations'],
  ['follow the designations instead of the competencies', 'designations'],
  ['от старой системы компетенций к designations', 'designations'],
  ['designations вместо компетенций', 'designations'],
  ['mude de designações para competências', 'competencies'],
  ['用称号而不是能力', 'designations'],
  ['从能力切换到称号', 'designations'],
  ['competencies and designations', undefined],
  ['которые в баллах', 'designations'],
  ['de novo', undefined],
  ['keep both', 'both'],
  ['which rules apply', undefined],
])('%s → %s', (said, programme) => {
  expect(recognizeProgramme(said)).toBe(programme);
});

it('knows whether one is named in place of the other', () => {
  expect(namesProgrammeInstead('designations instead of competencies')).toBe(true);
  expect(namesProgrammeInstead('competencies and designations')).toBe(false);
  expect(namesProgrammeInstead('designations')).toBe(false);
});
