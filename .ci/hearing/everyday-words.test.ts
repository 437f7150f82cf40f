/** Which words of a corpus are no names, and that the file beside the model is made from the corpus as it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusLine } from '../../bench/hearing/corpus';
import { everydayWordsFile } from '../../bot/language-understanding/everyday-words';
import { everydayWordsIn } from './everyday-words';
import { readLearned } from './examples';

const line = (text: string, person?: string): CorpusLine => ({
  text,
  locale: 'en',
  ask: 'person',
  parameters: person === undefined ? {} : { person },
});

it.each<[string, readonly CorpusLine[], readonly string[]]>([
  ['what two sentences have', [line('we passed'), line('passed it')], ['passed']],
  ['no name, also in small letters', [line('has raj passed', 'raj'), line('did raj pass', 'raj')], []],
  ['a word that seldom is a name', [line('mark it'), line('mark this'), line('what has Mark', 'Mark')], ['mark']],
  ['nothing that is always written large', [line('in Berlin'), line('to Berlin')], []],
  ['pairs that begin as Chinese names do', [line('高级合作伙伴'), line('最高級的')], ['高级']],
  ['no Chinese name', [line('王磊有什么', '王磊'), line('王磊离职', '王磊')], []],
])('are %s', (_, lines, words) => {
  expect(everydayWordsIn(lines)).toEqual(words);
});

it('are those of the corpus as it is now (npm run train)', () => {
  const kept = readFileSync(
    join(__dirname, '..', '..', 'bot', 'language-understanding', 'command-model', everydayWordsFile),
    'utf8',
  );
  expect(kept).toBe(`${everydayWordsIn(readLearned()).join('\n')}\n`);
});
