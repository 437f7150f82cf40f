/** Bundling: a program of Laurel and everything it needs as one file, which finds its data beside it as the sources do. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';

const root = resolve(__dirname, '..');

/**
 * What @microsoft/teams-ai loads for language models, dialogs and colours in a terminal, none of which Laurel has: a third of
 * its start. The replacement exports any class by name and throws when one is constructed.
 */
const unused = /^(openai|gpt-tokenizer|gpt-tokenizer\/.*|botbuilder-dialogs|json-colorizer)$/;

/** Looked for where Laurel is started and not found in production: the local world, and a tracer of Solaris. */
const elsewhere = ['azurite', '@microsoft/m365agentsplayground', 'dtrace-provider'];

const standIns: Plugin = {
  name: 'stand-ins',
  setup(bundling) {
    bundling.onResolve({ filter: unused }, ({ path }) => ({ path, namespace: 'stand-in' }));
    bundling.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => name === '__esModule' ? true : class {
        constructor() { throw new Error(${JSON.stringify(`${path} is not part of this build`)}); }
      } });`,
    }));
  },
};

/**
 * Writes each character beyond Latin-1 as an escape, which means the same in a string, a template and a pattern. V8 keeps the text
 * of a program in memory as long as it runs, and needs two bytes for every character as soon as one of them is wider.
 */
export function narrowed(source: string): string {
  return source.replaceAll(wide, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A half of a character beyond Latin-1, or the whole of one; not a mark of the byte order, and not behind a backslash, where it is escaped already. */
const wide = /(?<!\\|^)[\u0100-\uFFFF]/g;

/** In one file all modules stand in one folder; one of ours that looks around it is told where it would stand. */
function placed(source: string, path: string): string {
  if (path.includes(`${sep}node_modules${sep}`) || !/\b__(dir|file)name\b|\brequire\.resolve\(/.test(source))
    return source;
  const place = relative(root, path).split(sep).join('/').replace(/\.ts$/, '.js');
  const words = [
    `import { createRequire as placeRequire } from 'node:module';`,
    `const __filename = laurelDist + ${JSON.stringify(`/${place}`)};`,
    `const __dirname = laurelDist + ${JSON.stringify(`/${dirname(place)}`)};`,
    `const placed = placeRequire(__filename);`,
  ].join(' ');
  return `declare const laurelDist: string; ${words} ${source.replaceAll('require.resolve(', 'placed.resolve(')}`;
}

const sources: Plugin = {
  name: 'sources',
  setup(bundling) {
    bundling.onLoad({ filter: /\.(?:[cm]?js|ts)$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const isTypeScript = path.endsWith('.ts');
      const contents = narrowed(isTypeScript ? placed(source, path) : source);
      return contents === source ? undefined : { contents, loader: isTypeScript ? 'ts' : 'js' };
    });
  },
};

/** What sends traces stands in a file of its own, because most who run Laurel never load it. */
const exporter = 'infra/telemetry/exporter';
const ownFiles = (up: string): Plugin => ({
  name: 'own-files',
  setup(bundling) {
    bundling.onResolve({ filter: /\/infra\/telemetry\/exporter$/ }, ({ kind }) =>
      kind === 'require-call' ? { path: `${up}/${exporter}.js`, external: true } : undefined,
    );
  },
});

/** Bundles one program into `folder`, below the path of its source, with a source map, and tells what went in. */
export async function bundle(program: string, folder: string): Promise<Metafile> {
  const outfile = join(folder, program.replace(/\.ts$/, '.js'));
  const up = relative(dirname(outfile), folder).split(sep).join('/') || '.';
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [program],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'linked',
    sourcesContent: false,
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
    // An old trick of one package, which would hide its imports.
    define: { 'global.GENTLY': 'false' },
    external: elsewhere,
    plugins: [standIns, sources, ownFiles(up)],
    // Node 22 and later keep what they compiled, so that the next start is faster.
    banner: {
      js: `const laurelDist = require('node:path').resolve(__dirname, ${JSON.stringify(up)}); require('node:module').enableCompileCache?.();`,
    },
  });
  const [character] = /[\u0100-\uFFFF]/.exec(readFileSync(resolve(root, outfile), 'utf8')) ?? [];
  if (character !== undefined) throw new Error(`${outfile} has ${character}, so that it takes twice the memory`);
  return metafile;
}
