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

/** In one file all modules stand in one folder; those of ours that look around them are told where they would stand. */
const ownPlaces: Plugin = {
  name: 'own-places',
  setup(bundling) {
    bundling.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (path.includes(`${sep}node_modules${sep}`) || !/\b__(dir|file)name\b|\brequire\.resolve\(/.test(source))
        return undefined;
      const place = relative(root, path).split(sep).join('/').replace(/\.ts$/, '.js');
      const words = [
        `import { createRequire as placeRequire } from 'node:module';`,
        `const __filename = laurelDist + ${JSON.stringify(`/${place}`)};`,
        `const __dirname = laurelDist + ${JSON.stringify(`/${dirname(place)}`)};`,
        `const placed = placeRequire(__filename);`,
      ].join(' ');
      const contents = `declare const laurelDist: string; ${words} ${source.replaceAll('require.resolve(', 'placed.resolve(')}`;
      return { contents, loader: 'ts' };
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
    plugins: [standIns, ownPlaces, ownFiles(up)],
    // Node 22 and later keep what they compiled, so that the next start is faster.
    banner: {
      js: `const laurelDist = require('node:path').resolve(__dirname, ${JSON.stringify(up)}); require('node:module').enableCompileCache?.();`,
    },
  });
  return metafile;
}
