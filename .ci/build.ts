/** `npm run build`: each program of Laurel as one file in `dist/`, with the data files that are read while running. */
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs';
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
  for (const file of readdirSync('infra/catalogue'))
    if (file.endsWith('.yaml') && statSync(`infra/catalogue/${file}`).isFile())
      cpSync(`infra/catalogue/${file}`, `dist/infra/catalogue/${file}`);
  // Read when the first sentence needs it, not when the bot starts.
  cpSync('bot/language-understanding/command-model.json', 'dist/bot/language-understanding/command-model.json');
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
