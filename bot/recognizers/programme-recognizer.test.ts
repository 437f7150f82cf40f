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
  ['нам нужны только solutions partner, компетенции убери', 'designations'],
  ['新旧两种计划我都想跟踪', 'both'],
  ['count old and new one together', 'both'],
  ['considere competências e designações simultaneamente', 'both'],
  ['liga os 2 programas', 'both'],
  ['muda pro programa de designacoes', 'designations'],
  ['оставь одни дезигнации, голды-сильверы нам уже не нужны', 'designations'],
  ['we are done with silver and gold. From now on follow the points scheme', 'designations'],
  ['bin the old competencies, only use designations from now', 'designations'],
  ['back to the classic competencies, the designations confuse everybody', 'competencies'],
  ['only the Solutions Partner side, hide the old stuff', 'designations'],
  ['which rules apply', undefined],
])('%s → %s', (said, programme) => {
  expect(recognizeProgramme(said)).toBe(programme);
});

it('knows whether one is named in place of the other', () => {
  expect(namesProgrammeInstead('designations instead of competencies')).toBe(true);
  expect(namesProgrammeInstead('competencies and designations')).toBe(false);
  expect(namesProgrammeInstead('designations')).toBe(false);
});
