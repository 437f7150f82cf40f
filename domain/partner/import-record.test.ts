/** Which import is the newest behind a level. */
import { newestFor, newestImport, type ImportKind, type ImportRecord } from './import-record';

const record = (id: string, kind: ImportKind): ImportRecord => ({
  id,
  kind,
  file: `${id}.csv`,
  contentHash: id,
  importedAt: '2018-06-01T00:00:00.000Z',
  importedBy: 'test',
  rows: 1,
  people: { new: 0, changed: 0, unchanged: 0 },
  achievements: { new: 0, unchanged: 0, removed: 0 },
  rejected: 0,
});
const imports = [
  record('3', 'figures'),
  record('4', 'competency-summary'),
  record('1', 'training-completions'),
  record('2', 'people'),
];

it.each([
  ['people', ['a branch'], [], '2'],
  ['figures', [], ['revenue'], '3'],
  ['both', ['a branch'], ['revenue'], '3'],
  ['neither', [], [], undefined],
])('behind a level of %s', (_, branches, figures, id) => {
  expect(newestFor({ branches, figures }, imports)?.id).toBe(id);
});

it('is the newest of all, of any kind', () => {
  expect(newestImport(imports)?.id).toBe('4');
  expect(newestImport([])).toBeUndefined();
});

it('is none that was undone', () => {
  expect(newestImport([...imports, { ...record('9', 'people'), undoneAt: '2018-06-02' }])?.id).toBe('4');
});
