/** What `npm run rooms` measures is measured right, and the picture in ARCHITECTURE.md is that of today's imports. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { arrowsOf, circlesIn, essentialArrows } from './arrows';
import { withPicture } from './picture';
import { reportOn } from './report';
import { readSource, type SourceFile } from './source';

const root = join(__dirname, '..', '..');

function file(path: string, imports: readonly string[] = [], exports: readonly string[] = []): SourceFile {
  return { path, imports, exports, lines: 1, functions: [{ name: 'f', lines: 1 }] };
}

it('finds a circle that runs over three rooms, and no other', () => {
  const files = [
    file('a/x.ts', ['b/x.ts']),
    file('b/x.ts', ['c/x.ts']),
    file('c/x.ts', ['a/y.ts']),
    file('d/x.ts', ['a/x.ts']),
  ];
  expect(circlesIn(arrowsOf(files))).toEqual([['a', 'b', 'c']]);
});

it('leaves out the arrow that a longer way says already', () => {
  const files = [file('a/x.ts', ['b/x.ts', 'c/x.ts']), file('b/x.ts', ['c/x.ts']), file('c/x.ts')];
  expect(essentialArrows(arrowsOf(files))).toEqual([
    ['a', 'b'],
    ['b', 'c'],
  ]);
});

it.each<[string, readonly SourceFile[], readonly string[]]>([
  ['nothing', [file('a/x.ts', [], ['one']), file('a/y.ts', [], ['two'])], []],
  ['a name twice', [file('a/x.ts', [], ['one']), file('b/y.ts', [], ['one'])], ['names are exported twice']],
  ['a crowded room', Array.from({ length: 41 }, (_, n) => file(`a/x${n}.ts`)), ['a has more than 40 files']],
  ['a circle', [file('a/x.ts', ['b/x.ts']), file('b/x.ts', ['a/x.ts'])], ['rooms import each other in circles']],
])('misses %s', (_case, files, missed) => {
  expect(reportOn(files).missed).toEqual(missed);
});

describe('the source of Laurel', () => {
  const files = readSource(root);

  it('meets the goals', () => {
    expect(reportOn(files).missed).toEqual([]);
  });

  it('is as ARCHITECTURE.md draws it', () => {
    const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    expect(withPicture(page, files) === page || 'run `npm run rooms -- --draw`').toBe(true);
  });

  it('has every file that ARCHITECTURE.md names, a bare name beside the path before it', () => {
    const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const missing = namedFiles(page).filter((path) => !existsSync(join(root, path)));
    expect(namedFiles(page).length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });
});

/** The paths of files and folders in a page, each whole. */
function namedFiles(page: string): readonly string[] {
  let folder = '';
  return [...page.matchAll(/`([^`\s]+(?:\.(?:ts|json|yaml|bicep)|\/))`/g)].map(([, name = '']) => {
    const path = name.includes('/') ? name : join(folder, name);
    folder = path.endsWith('/') ? path : dirname(path);
    return path;
  });
}
