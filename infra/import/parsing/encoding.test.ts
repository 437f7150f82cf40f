/** Short lists of names, in the encodings of the field: each is read in its own. */
import iconv from 'iconv-lite';
import { guessedEncoding, statedEncoding, unstatedUtf16 } from './encoding';

it.each([
  ['gb18030', ['王小明']],
  ['gb18030', ['张伟', '刘洋 北京', '欧阳娜娜']],
  ['gb18030', ['Azure 管理员助理', '陈静']],
  ['big5', ['王小明']],
  ['big5', ['陳怡君', '林志豪', '黃淑芬 臺北']],
  ['big5', ['Azure 系統管理員', '張雅婷']],
  ['windows-1251', ['Иван Петров']],
  ['windows-1251', ['ИВАНОВА Анна', 'Сергей Ёлкин', 'О. Римский-Корсаков']],
  ['windows-1251', ['Администратор Azure', 'Київ']],
  ['windows-1252', ['João da Silva']],
  ['windows-1252', ['Conceição', 'São Paulo', 'JOSÉ', 'Müller']],
  ['windows-1252', ['Größe – naïve café']],
] as const)('%s: %j', (encoding, names) => {
  const lines = iconv.encode(
    names.map((name, index) => `${name},p${index}@contoso.com,${index}\r\n`).join(''),
    encoding,
  );

  const guess = guessedEncoding(lines);

  expect(guess?.encoding).toBe(encoding);
  expect(names.join()).toContain(guess!.example.split(/[ ,]/)[0]);
});

it.each([
  ['random bytes', Buffer.from([0x81, 0x20, 0x8d, 0x20, 0xff, 0x20, 0x98])],
  ['Cyrillic of DOS', iconv.encode('Иван Петров, Анна Сидорова', 'cp866')],
])('makes nothing of %s', (_, bytes) => {
  expect(guessedEncoding(bytes)).toBeUndefined();
});

it.each([
  ['utf-8', '\ufeffName'],
  ['utf-16le', '\ufeffName'],
  ['utf-16be', '\ufeffName'],
] as const)('a byte order mark states %s', (encoding, text) => {
  expect(statedEncoding(iconv.encode(text, encoding))).toBe(encoding);
});

it.each([
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['utf-8', undefined],
] as const)('a header without a mark in %s shows as %s', (encoding, shown) => {
  expect(unstatedUtf16(iconv.encode('Name,WorkEmail\r\n王小明', encoding, { addBOM: false }))).toBe(shown);
});
