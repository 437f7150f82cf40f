/** Which areas of 2026 are meant by their own names and by those of the badges that stand for several. */
import { builtInProgramme } from '../../infra/catalogue/load';
import { recognizeQuestion, vocabularyFor } from '../intents/grammar';

const vocabulary = vocabularyFor(builtInProgramme('designations'));

function meant(said: string): readonly string[] {
  const answer = recognizeQuestion(said, { vocabulary, locale: 'en' });
  const competencyOf = (question: object) => ('competency' in question ? String(question.competency) : '');
  if (!('code' in answer)) return [competencyOf(answer)];
  return answer.code === 'ambiguous' ? answer.candidates.map(({ question }) => competencyOf(question)) : [answer.code];
}

it.each([
  ['requirements AI Business Solutions', ['business-applications', 'modern-work']],
  ['requirements of Solutions Partner for AI Business Solutions', ['business-applications', 'modern-work']],
  ['why cloud & AI platforms', ['data-and-ai', 'infrastructure', 'digital-and-app-innovation']],
  ['requirements CAIP', ['data-and-ai', 'infrastructure', 'digital-and-app-innovation']],
  ['requirements modern work', ['modern-work']],
  ['requirements business applications', ['business-applications']],
  ['why data & AI', ['data-and-ai']],
  ['requirements of Solutions Partner for Security', ['security']],
])('%s', (said, areas) => {
  expect([...meant(said)].sort()).toEqual([...areas].sort());
});
