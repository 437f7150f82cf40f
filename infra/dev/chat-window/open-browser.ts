/** Opening a browser: a convenience that may fail without anybody being told. */
import { spawn } from 'node:child_process';

interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The command that shows an address on this machine, or nothing where no browser can open or none is wanted. A Linux
 * machine has a display only where one of two variables says so.
 */
export function browserCommand(url: string, { platform, env }: Machine): readonly string[] | undefined {
  if (env.TEAMSAPPTESTER_BROWSER === 'none' || env.BROWSER === 'none' || env.CI) return undefined;
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', url];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', url] : undefined;
}

/** Shows the address in a browser if that is possible; if not, nothing happens. */
export function openBrowser(url: string): void {
  const [program, ...words] = browserCommand(url, process) ?? [];
  if (program === undefined) return;
  const browser = spawn(program, words, { detached: true, stdio: 'ignore', windowsHide: true });
  browser.on('error', () => undefined);
  browser.unref();
}
