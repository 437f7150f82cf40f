/** Words: what is typed in many ways becomes one, and reducing never fails. */
import fc from 'fast-check';
import { longestText, normalize, stripMarkup } from './message-text';

const laurel = { text: '<at>Laurel</at>', bot: true };
const ana = { text: '<at>Ana Lima</at>', bot: false };

describe('what was said', () => {
  it.each([
    ['<at>Laurel</at> progress', [laurel], 'progress'],
    ['<at>Laurel</at>&nbsp;progress <at>Laurel</at>', [laurel], 'progress'],
    ['<at>Laurel</at>', [laurel], ''],
    ['person <at>Ana Lima</at>', [laurel, ana], 'person Ana Lima'],
    ['<p>progress</p><p>devops</p>', [], 'progress devops'],
    ['pro\u200Bgress\u00A0\u00A0devops\uFEFF', [], 'progress devops'],
    ['Windows &amp; Devices', [], 'Windows & Devices'],
    ['is 3 < 4?', [], 'is 3 < 4?'],
    ['line\r\nline\ttab', [], 'line line tab'],
  ])('%j is %j', (text, mentions, meant) => {
    expect(stripMarkup(text, mentions)).toBe(meant);
  });

  it('is cut where it is longer than any question', () => {
    expect(stripMarkup('a'.repeat(longestText + 1))).toHaveLength(longestText);
  });
});

describe('a normal form', () => {
  it.each([
    ['PROGRESS', 'progress'],
    ['  Progress!  ', 'progress'],
    ['ｐｒｏｇｒｅｓｓ　ｄｅｖｏｐｓ', 'progress devops'],
    ['“why” «Gold»?', 'why gold'],
    ['what’s up', 'whats up'],
    ["don't", 'dont'],
    ['Análise de Dados', 'analise de dados'],
    ['Ещё', 'еще'],
    ['查看DevOps进度', '查看 devops 进度'],
    ['第2页', '第 2 页'],
    ['ana.lima@contoso.example', 'ana lima contoso example'],
    ['70-346', '70 346'],
    ['🙂', ''],
    ['ﬁgures ²', 'figures 2'],
    ['İstanbul', 'istanbul'],
  ])('of %j is %j', (text, form) => {
    expect(normalize(text)).toBe(form);
  });

  it('does not change when it is taken again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalize(text);
        expect(normalize(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('and what was said can be had from any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 5 }), (text, mention) => {
        expect(typeof normalize(stripMarkup(text, [{ text: mention, bot: true }]))).toBe('string');
      }),
    );
  });
});

it('reduces plain words on the short way as on the long one', () => {
  const plain = fc.stringMatching(/^[A-Za-z0-9]+( [A-Za-z0-9]+)*$/);
  // An invisible character is all that the long way takes away.
  fc.assert(fc.property(plain, (words) => expect(normalize(words)).toBe(normalize(`${words}\u200b`))));
});
