/** What an import id carries, and what is none. */
import { importedOn, importIdOf, isImportId } from './import-id';

describe('the id of an import', () => {
  const id = importIdOf(Date.parse('2018-05-21T10:20:30.456Z'), '0123abcd9999');

  it('carries the moment and the content', () => {
    expect(id).toBe('20180521T102030456Z-0123abcd');
    expect(importedOn(id)).toBe('2018-05-21');
  });

  it.each([
    [id, true],
    [`x${id}`, false],
    [`${id}0`, false],
    ['20180521T102030456Z-0123ABCD', false],
    ['20180521T102030456Z-0123abc', false],
    ['20180521T10203045Z-0123abcd', false],
    ['2018052T102030456Z-0123abcd', false],
    ['by-hand 1', false],
    ['evaluate', false],
  ])('%s is one: %s', (source, expected) => {
    expect(isImportId(source)).toBe(expected);
  });
});
