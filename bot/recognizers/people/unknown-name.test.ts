/** Who is named and not on record, in five languages, and what is written like a name and is none. */
import { isEveryday } from '../../language-understanding/everyday-words';
import { unknownNamesIn } from './unknown-name';

const said = (text: string) => unknownNamesIn(text, isEveryday).map((one) => one.said);

it.each([
  ['Has Raj Patel actually passed anything?', ['Raj Patel']],
  ["I'd like to look at Beth Kowalski's record", ['Beth Kowalski']],
  ["pull up Siobhan O'Connor", ["Siobhan O'Connor"]],
  ['show me what Mr. Subramaniam holds', ['Subramaniam']],
  ['k.adeyemi@northwind.example, which certificates?', ['k.adeyemi@northwind.example']],
  ['merge J. Quigley and Orla van der Berg', ['Quigley', 'Orla van der Berg']],
  ['что сдал Кузнецов?', ['Кузнецов']],
  ['покажи карточку Дмитрия Соколова', ['Дмитрия Соколова']],
  ['o que a Juliana Ferreira já tirou?', ['Juliana Ferreira']],
  ['e o Zé Carlos da Silva, tem algo?', ['Zé Carlos da Silva']],
  ['王晓明手上有什么证书', ['王晓明']],
  ['看下孙悦的记录', ['孙悦']],
  ['小陈考了几门', ['小陈']],
  ['郑总有证吗', ['郑总']],
  ['許哲瑋離職了', ['許哲瑋']],
  ['查一下Karthik的认证', ['Karthik']],
  ['a new guy from Gqeberha, Luthando Sibeko', ['Luthando Sibeko']],
  ['Sanjana Iyer came over from Nairobi', ['Sanjana Iyer']],
  ['take AZ-104 from Zoltan', ['Zoltan']],
  ['石磊计入哪些能力', ['石磊']],
  ['巴奈·古穆算不算在內', ['巴奈·古穆']],
])('%s names %j', (text, names) => {
  expect(said(text)).toEqual(names);
});

it.each([
  'What expires before the end of March?',
  'Show me the Plan for Gold',
  'Сообщаю, что всё готово',
  'Obrigado pela ajuda',
  '那张证书什么时候到期',
  '如何撤销导入',
  '金牌还差什么',
  'MD-102管什么的',
  'a proposta de São Paulo',
  '',
])('%s names nobody', (text) => {
  expect(said(text)).toEqual([]);
});

it('says where each stands', () => {
  const text = 'Raj Patel and 王晓明的 record';
  expect(unknownNamesIn(text, isEveryday).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Raj Patel',
    '王晓明',
  ]);
});
