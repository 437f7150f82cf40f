/** The source of Laurel as a program reads it: each file that runs, what it imports, what it exports, and its functions. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

export interface SourceFunction {
  readonly name: string;
  /** In lines, from its first to its last. */
  readonly lines: number;
}

export interface SourceFile {
  /** From the root of the project, with `/`. */
  readonly path: string;
  readonly lines: number;
  /** Files of the project that it imports, by path. */
  readonly imports: readonly string[];
  readonly exports: readonly string[];
  readonly functions: readonly SourceFunction[];
}

/** The folders that hold what runs; tests, their cases and what only proves are left out. */
export const topFolders = ['bot', 'cards', 'domain', 'infra'] as const;
const leftOut = /\.(test|case)\.ts$|^infra\/(e2e|appPackage|teams-server)\//;

/** Reads every source file below {@link topFolders}, in the order of their paths. Throws if a file cannot be read. */
export function readSource(root: string): readonly SourceFile[] {
  return topFolders
    .flatMap((folder) => pathsBelow(root, folder))
    .filter((path) => path.endsWith('.ts') && !leftOut.test(path))
    .sort()
    .map((path) => readFile(root, path));
}

function pathsBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

function readFile(root: string, path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return {
    path,
    lines: text.split('\n').length - 1,
    imports: importedFiles.flatMap(({ fileName }) => resolved(root, path, fileName)),
    exports: tree.statements.flatMap(exportedNames),
    functions: functionsIn(tree),
  };
}

function resolved(root: string, from: string, specifier: string): readonly string[] {
  if (!specifier.startsWith('.')) return [];
  const base = join(dirname(from), specifier);
  return [`${base}.ts`, `${base}/index.ts`].filter((path) => existsSync(join(root, path))).slice(0, 1);
}

function exportedNames(statement: ts.Statement): readonly string[] {
  const isExported = ts.canHaveModifiers(statement)
    ? ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    : false;
  if (!isExported) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const { name } = statement as ts.DeclarationStatement;
  return name ? [name.getText()] : [];
}

function functionsIn(tree: ts.SourceFile): readonly SourceFunction[] {
  const found: SourceFunction[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) found.push(functionOf(node, tree));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function functionOf(node: ts.SignatureDeclaration, tree: ts.SourceFile): SourceFunction {
  const lineOf = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
  const holder: ts.Node = node.name ? node : node.parent;
  const name = 'name' in holder ? (holder.name as ts.Node | undefined)?.getText(tree) : undefined;
  return { name: name ?? '(anonymous)', lines: lineOf(node.getEnd()) - lineOf(node.getStart(tree)) + 1 };
}
