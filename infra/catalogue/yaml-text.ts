/** A YAML text is read into plain values that still know their lines; what could harm the reader is refused here. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import type { FaultPath } from '../../domain/validation/fault';
import type { Finding } from './fault';

/** Deeper than any programme needs; a value nested deeper is a mistake or an attack. */
const deepest = 40;

export interface YamlText {
  /** Absent where the text could not be read as YAML at all. */
  readonly value?: unknown;
  readonly findings: readonly Finding[];
  /** The line, from 1, of what stands at the path, or of the nearest thing above it. */
  readonly lineOf: (path: FaultPath) => number | undefined;
}

/**
 * Reads one YAML 1.2 document whose keys are all texts. A key written twice is a finding, but the rest can still be
 * checked; any other fault of syntax leaves no value.
 */
export function readYaml(text: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, stringKeys: true, prettyErrors: false });
  const findings = [...document.errors, ...document.warnings].map((error) => syntaxFinding(document, error, lines));
  const lineOf = (path: FaultPath) => lineAt(document, path, lines);
  if (findings.some(({ code }) => code !== 'duplicate-key')) return { findings, lineOf };
  const plain = plainValue(document);
  return 'finding' in plain
    ? { findings: [...findings, plain.finding], lineOf }
    : { value: plain.value, findings, lineOf };
}

function syntaxFinding(document: Document, error: YAMLError, lines: LineCounter): Finding {
  const path = pathAt(document.contents, error.pos[0]);
  const { line } = lines.linePos(error.pos[0]);
  return error.code === 'DUPLICATE_KEY'
    ? { path, line, code: 'duplicate-key', args: { key: String(path.at(-1) ?? '') } }
    : { path, line, code: 'not-yaml', args: { reason: error.code } };
}

function plainValue(document: Document): { readonly value: unknown } | { readonly finding: Finding } {
  try {
    const value: unknown = document.toJS();
    return isTooDeep(value, deepest) ? { finding: whole('too-deep', { deepest }) } : { value };
  } catch (error) {
    // The library's word for an alias without an anchor, inside its own anchor, or of too many others.
    if (error instanceof ReferenceError) return { finding: whole('bad-alias', {}) };
    throw error;
  }
}

function whole(code: Finding['code'], args: Finding['args']): Finding {
  return { path: [], code, args };
}

function isTooDeep(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((part) => isTooDeep(part, left - 1));
}

interface Entry {
  readonly step: string | number;
  readonly key?: unknown;
  readonly value: unknown;
}

function entriesOf(node: unknown): readonly Entry[] {
  if (isMap(node))
    return node.items.map(({ key, value }) => ({ step: String(isScalar(key) ? key.value : key), key, value }));
  return isSeq(node) ? node.items.map((value, step) => ({ step, value })) : [];
}

function startOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] | null } | null | undefined)?.range?.[0];
}

function startOfEntry({ key, value }: Entry): number | undefined {
  return startOf(key) ?? startOf(value);
}

/** The path of the innermost thing that begins before this place of the text: what stands there belongs to it. */
function pathAt(node: unknown, offset: number): FaultPath {
  const entry = entriesOf(node).findLast((one) => (startOfEntry(one) ?? Infinity) <= offset);
  if (!entry) return [];
  return (startOf(entry.value) ?? Infinity) <= offset ? [entry.step, ...pathAt(entry.value, offset)] : [entry.step];
}

function lineAt(document: Document, path: FaultPath, lines: LineCounter): number | undefined {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const step of path) {
    const entry = entriesOf(isAlias(node) ? node.resolve(document) : node).find((one) => one.step === step);
    if (!entry) break;
    offset = startOfEntry(entry) ?? offset;
    node = entry.value;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}
