/** The mood of sentences that name an action, in five languages. */
import { normalize } from './message-text';
import {
  forbidsEnding,
  isNotQuite,
  isNotWanted,
  isPostponed,
  sentenceMood,
  withoutDenial,
  type SentenceMood,
} from './sentence-mood';

/** The action stands between bars, so that the table says which words name it. */
function moodOf(sentence: string): SentenceMood {
  const said = sentence.replaceAll('|', '');
  const phrase = normalize(/\|([^|]+)\|/u.exec(sentence)![1]!);
  const beside = normalize(sentence.replace(/\|[^|]+\|/u, ' '));
  return sentenceMood({
    said,
    beside: beside.split(' ').filter((word) => word !== ''),
    isNamedIn: (part) => normalize(part).includes(phrase),
  });
}

it.each<[string, SentenceMood]>([
  ['|undo import|', 'plain'],
  ['please |undo the import| now', 'plain'],
  ['can you |undo the import|', 'plain'],
  ['Chen Wei |has left| on 31 May', 'plain'],
  ['|stop alerts|', 'plain'],
  ['|不要警报|', 'plain'],
  ['请|撤销导入|', 'plain'],
  ['特别项目 |例外|', 'plain'],
  ['|отменить импорт| как можно скорее', 'plain'],
  ['|desfazer importação| agora', 'plain'],
  ['Ana se |demitiu|', 'plain'],
  ['do not |undo the import|', 'negated'],
  ["don't |onboard| everyone", 'forbidden'],
  ['we never |renewed|', 'negated'],
  ['不要|撤销导入|', 'forbidden'],
  ['我还没|关联帐户|', 'negated'],
  ['別|復原匯入|', 'forbidden'],
  ['не |отменять импорт|', 'forbidden'],
  ['ainda não |associei minha conta|', 'negated'],
  ['how do I |undo an import|', 'asked'],
  ['|undo import|?', 'asked'],
  ['should we buy gold |membership| on 1 April 2018', 'asked'],
  ['has Chen Wei |left|', 'asked'],
  ['可以|撤销导入|吗', 'asked'],
  ['要不要|撤销导入|', 'asked'],
  ['如何|復原匯入|', 'asked'],
  ['как |отменить импорт|', 'asked'],
  ['можно ли |отменить импорт|', 'asked'],
  ['como |desfazer a importação|', 'asked'],
  ['deveria |desfazer a importação|', 'asked'],
  ['if we |undo the import| nothing is left', 'conditional'],
  ['once he agrees, |undo the import|', 'conditional'],
  ['如果|撤销导入|', 'conditional'],
  ['если |отменить импорт|, что будет', 'conditional'],
  ['se |desfazer a importação|', 'conditional'],
  ['he wrote “|undo import|”', 'quoted'],
  ['"|undo import|"', 'quoted'],
  ['他写道“|撤销导入|”', 'quoted'],
  ['他寫道「|復原匯入|」', 'quoted'],
  ['он написал «|отменить импорт|»', 'quoted'],
])('%s is %s', (sentence, mood) => {
  expect(moodOf(sentence)).toBe(mood);
});

it.each([
  ['do not forget Bo Lind', 'forget Bo Lind'],
  ["please don't undo the import", 'please undo the import'],
  ['не забывай Bo Lind', 'забывай Bo Lind'],
  ['não apague Bo Lind', 'apague Bo Lind'],
  ['请不要撤销导入', '撤销导入'],
  ['do undo it', 'do undo it'],
])('“%s” would order “%s” without its denial', (said, order) => {
  expect(withoutDenial(said)).toBe(order);
});

it.each<[string, boolean]>([
  ["Don't mute my alerts", true],
  ['please do not stop the alerts', true],
  ['Não suspenda meus alertas', true],
  ['n desliga os avisos', true],
  ['Не отключай оповещения', true],
  ['别把我的提醒静音', true],
  ['不要停', true],
  ["Don't send me alerts", false],
  ['Não me mande avisos', false],
  ['Не присылай оповещения', false],
  ['不要给我发提醒', false],
  ['stop the alerts', false],
])('“%s” forbids that something ends: %s', (said, expected) => {
  expect(forbidsEnding(said)).toBe(expected);
});

it.each<[string, boolean]>([
  ['undo is the last thing I want', true],
  ['take back the last thing I did', false],
  ["I'd rather you didn't turn the alerts back on", true],
  ['Deus me livre desfazer a importação', true],
  ['I never told you to remove it', true],
  ['Я не просил откатывать импорт', true],
  ['Em momento nenhum eu mandei tirar', true],
  ['I told you to remove it', false],
])('“%s” is not wanted: %s', (said, expected) => {
  expect(isNotWanted(said)).toBe(expected);
});

it.each<[string, boolean]>([
  ["Once our new hire signs I'll ask you to onboard her", true],
  ['Новая сотрудница выходит первого, вот тогда и попрошу оформить', true],
  ['A menina só começa dia primeiro, aí sim eu peço pra você cadastrar', true],
  ['等新同事报到了我再让你给他办', true],
  ['到時候再麻煩你幫他辦', true],
  ['please onboard her', false],
  ['прошу оформить', false],
  ['等一下，撤销吧', false],
])('“%s” is put off: %s', (said, expected) => {
  expect(isPostponed(said)).toBe(expected);
});

it.each<[string, boolean]>([
  ['we are thinking about switching to designations', true],
  ['мы обсуждаем переход', true],
  ['estamos pensando em migrar', true],
  ['她快要考过了', true],
  ['we switch to designations', false],
])('“%s” is not done yet: %s', (said, expected) => {
  expect(isNotQuite(said)).toBe(expected);
});
