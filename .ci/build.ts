/** `npm run build`: each program of Laurel as one file in `dist/`, with the data files that are read while running. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtInAsJson, builtInFile } from '../infra/catalogue/load';
import { bundle } from './bundle';

/** The server, the command line, the two processes that the local world starts, and what sends traces. */
const programs = [
  'bot/main.ts',
  'bot/cli/cli.ts',
  'infra/dev/table-service/table-host.ts',
  'infra/dev/chat-window/playground-host.ts',
  'infra/telemetry/exporter.ts',
];

async function main(): Promise<void> {
  rmSync('dist', { recursive: true, force: true });
  for (const program of programs) {
    const { outputs } = await bundle(program, 'dist');
    for (const [file, { bytes }] of Object.entries(outputs))
      if (file.endsWith('.js')) console.log(`${file} ${(bytes / 1_000_000).toFixed(1)} MB`);
  }
  mkdirSync('dist/infra/catalogue', { recursive: true });
  writeFileSync(`dist/infra/catalogue/${builtInFile}`, builtInAsJson());
  // Read when the first sentence needs it, not when the bot starts.
  cpSync('bot/language-understanding/command-model', 'dist/bot/language-understanding/command-model', {
    recursive: true,
  });
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
