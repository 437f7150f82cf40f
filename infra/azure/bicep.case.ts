/** Bicep read offline: the resources, modules, parameters and outputs of a template, with each property as it is written. */
import { readFileSync } from 'node:fs';
import { Language, Parser, type Node } from 'web-tree-sitter';

/** An object of a template: what stands behind each name, as text or as an object or list again. */
export type Value = string | readonly Value[] | { readonly [name: string]: Value };

export interface Declared {
  readonly symbol: string;
  /** Of a resource its type and API version, of a module its path. */
  readonly of: string;
  readonly version: string;
  readonly isConditional: boolean;
  readonly body: Readonly<Record<string, Value>>;
}

export interface Template {
  readonly resources: readonly Declared[];
  readonly modules: readonly Declared[];
  readonly parameters: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  /** Every comment and line, for what only words can show. */
  readonly source: string;
}

let parser: Promise<Parser> | undefined;

async function openParser(): Promise<Parser> {
  await Parser.init();
  const opened = new Parser();
  opened.setLanguage(await Language.load(readFileSync(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'))));
  return opened;
}

/** The template in a file. Throws where it is not Bicep, with the line. */
export async function readTemplate(path: string): Promise<Template> {
  return templateOf(readFileSync(path, 'utf8'), path);
}

/** The same of a text. */
export async function templateOf(source: string, path = 'template'): Promise<Template> {
  const tree = (await (parser ??= openParser())).parse(source)!;
  const fault = firstFault(tree.rootNode);
  if (fault) throw new Error(`${path}:${fault.startPosition.row + 1}: this is not Bicep: ${fault.text.slice(0, 60)}`);
  const all = (type: string) => tree.rootNode.namedChildren.filter((node) => node?.type === type) as Node[];
  return {
    source,
    resources: all('resource_declaration')
      .filter((node) => !/^\S+ \S+ \S+ existing\b/.test(node.text))
      .map(declared),
    modules: all('module_declaration').map(declared),
    parameters: all('parameter_declaration').map(nameOf),
    outputs: Object.fromEntries(all('output_declaration').map((node) => [nameOf(node), node.lastNamedChild!.text])),
  };
}

function firstFault(node: Node): Node | undefined {
  if (!node.hasError) return undefined;
  if (node.isError || node.isMissing) return node;
  for (const child of node.children) {
    const fault = child && firstFault(child);
    if (fault) return fault;
  }
  return node;
}

function nameOf(node: Node): string {
  return node.namedChildren.find((child) => child?.type === 'identifier')!.text;
}

function declared(node: Node): Declared {
  const [of, version = ''] = node.namedChildren
    .find((child) => child?.type === 'string')!
    .text.slice(1, -1)
    .split('@');
  const body = find(node, 'object');
  return {
    symbol: nameOf(node),
    of: of!,
    version,
    isConditional: find(node, 'if_statement') !== undefined,
    body: body ? (valueOf(body) as Declared['body']) : {},
  };
}

/** The first node of this type, not looking into objects on the way. */
function find(node: Node, type: string): Node | undefined {
  for (const child of node.namedChildren) {
    if (child?.type === type) return child;
    const inner = child && child.type !== 'object' ? find(child, type) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

function valueOf(node: Node): Value {
  if (node.type === 'object') return Object.fromEntries(propertiesOf(node));
  if (node.type === 'array') return node.namedChildren.filter(isValue).map((child) => valueOf(child));
  return node.type === 'string' ? node.text.slice(1, -1) : node.text;
}

function isValue(node: Node | null): node is Node {
  return node !== null && node.type !== 'comment' && node.type !== 'diagnostic_comment';
}

function propertiesOf(node: Node): (readonly [string, Value])[] {
  const properties = node.namedChildren.filter((child): child is Node => child?.type === 'object_property');
  return properties.map((property) => {
    const [name, value] = property.namedChildren.filter(isValue);
    return [name!.text.replace(/^'(.*)'$/, '$1'), value ? valueOf(value) : name!.text] as const;
  });
}
