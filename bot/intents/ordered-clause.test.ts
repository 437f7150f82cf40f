/** An order that stands in a clause of its own is previewed, whatever the clauses before it deny or ask; one that is taken back is not. */
import { builtInProgramme } from '../../infra/catalogue/load';
import type { Locale } from '../../domain/basics/locale';
import { noIdentifiers } from '../../domain/partner/people/person';
import { recognizeQuestion, vocabularyFor } from './grammar';
import { understand } from './decision';

const vocabulary = vocabularyFor(builtInProgramme('competencies'));
const people = [{ id: 'bo', name: 'Bo Lind', identifiers: noIdentifiers, achievements: [] }];
const otherProgrammes = [builtInProgramme('designations')];

function heard(said: string, locale: Locale): string {
  const context = { vocabulary, locale, today: '2026-11-28', people, otherProgrammes };
  const { meaning } = understand(said, context, recognizeQuestion(said, context));
  const topic = meaning?.parameters['topic'];
  return typeof topic === 'string' ? `help ${topic}` : (meaning?.ask ?? 'unsure');
}

it.each<[string, Locale, string]>([
  ['oops, that was not me, undo', 'en', 'undo'],
  ['блин, не то записал, отмени', 'ru-RU', 'undo'],
  ['não era isso, desfaz', 'pt-BR', 'undo'],
  ['哎呀我刚才记错了,可以帮我撤销吗?', 'zh-CN', 'undo'],
  ['旧的不看了，换成 Solutions Partner', 'zh-CN', 'programme'],
  ['計畫別用舊的了，換成 designations', 'zh-TW', 'programme'],
  ['we bought silver on 3 May 2026, how long is that good for?', 'en', 'membership'],
  ['恭喜 Bo Lind！70-473 考过了，帮他加到名下吧', 'zh-CN', 'completed'],
  ['remove 70-473 from Bo Lind, she never passed it', 'en', 'remove'],
  ['70-473 is not mine, remove it', 'en', 'remove'],
  ['Bo Lind says 70-473 is not his, can you remove it?', 'en', 'remove'],
  ['70-473 не моя, убери', 'ru-RU', 'remove'],
  ['a 70-473 que está no meu nome não é minha, pode remover', 'pt-BR', 'remove'],
  ['忘記 Bo Lind，他不想留下資料', 'zh-TW', 'forget'],
  ["nobody believed he'd make it, but Bo Lind passed 70-473", 'en', 'completed'],
  ['Никто не верил, а Bo Lind сдал 70-473', 'ru-RU', 'completed'],
  ["please onboard Bo Lind, he's not a contractor", 'en', 'onboard'],
])('“%s” (%s) orders: %s', (said, locale, ask) => {
  expect(heard(said, locale)).toBe(ask);
});

it.each<[string, Locale]>([
  ["Bo Lind left, didn't he?", 'en'],
  ['Bo Lind left, right?', 'en'],
  ['Bo Lind 走了，是吗？', 'zh-CN'],
  ['Bo Lind ушёл, да?', 'ru-RU'],
  ['Bo Lind saiu, não é?', 'pt-BR'],
  ['undo? no, do not', 'en'],
  ['nobody has left, least of all Bo Lind', 'en'],
  ['I never told you to remove 70-473 from Bo Lind', 'en'],
  ['我可没有让你把 Bo Lind 的 70-473 删掉', 'zh-CN'],
  ['jamais apague Bo Lind', 'pt-BR'],
  ['they wrote “Bo Lind left”, but nobody here knows of it', 'en'],
  ['did Bo Lind pass 70-473? if not, remove it', 'en'],
  ['if Bo Lind never passed 70-473, remove it', 'en'],
  ['how do I say that 70-473 is not mine, remove it?', 'en'],
  ['70-473 is not mine, remove it?', 'en'],
  ['Undo is the last thing I want', 'en'],
  ['It would be a mistake to undo the import', 'en'],
  ['Bo Lind left, just kidding', 'en'],
  ['Bo Lind supposedly left', 'en'],
  ['何必撤销导入', 'zh-CN'],
  ['Bo Lind уволился, шучу', 'ru-RU'],
  ['por que diabos desfazer a importação', 'pt-BR'],
  ['undo the import, or rather do not', 'en'],
  ['Bo Lind has left, but do not record it', 'en'],
  ['do not undo, the import is right', 'en'],
  ['should I undo, or is it right as it is?', 'en'],
  ['if that was wrong, undo', 'en'],
  ['does “undo” work?', 'en'],
  ['não desfaça, está certo', 'pt-BR'],
  ['不要撤销，导入是对的', 'zh-CN'],
  ['не отменяй, всё верно', 'ru-RU'],
])('“%s” (%s) does not order', (said, locale) => {
  expect(['undo', 'undo-import', 'left', 'import', 'remove']).not.toContain(heard(said, locale));
});

it.each<[string, Locale, string]>([
  ['Are we on the new programme or the former one, please?', 'en', 'programme'],
  ['Em qual dos programas o senhor está nos avaliando: o antigo ou o atual?', 'pt-BR', 'programme'],
  ['Does our membership lapse before June?', 'en', 'membership'],
  ['gold membership啥时候失效', 'zh-CN', 'membership'],
  ['should we buy gold membership on 1 April 2018', 'en', 'help membership'],
  ['quanto custa a associação gold?', 'pt-BR', 'help membership'],
])('“%s” (%s) is answered by %s', (said, locale, ask) => {
  expect(heard(said, locale)).toBe(ask);
});

it.each<[string, Locale, string]>([
  ["I can't read English, speak Portuguese", 'en', 'pt-BR'],
  ['我不懂英文，改用俄文', 'zh-TW', 'ru-RU'],
])('“%s” (%s) asks for %s', (said, locale, language) => {
  const context = { vocabulary, locale, today: '2026-11-28', people, otherProgrammes };
  const { meaning } = understand(said, context, recognizeQuestion(said, context));
  expect(meaning).toEqual({ ask: 'language', parameters: { language } });
});
