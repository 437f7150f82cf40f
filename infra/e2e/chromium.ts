/** Chromium: a browser that comes with the packages and needs nothing of the machine; for Linux on x64 with glibc. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Whether the packed browser runs on this machine. */
export function hasChromium(): boolean {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return process.platform === 'linux' && process.arch === 'x64' && header.glibcVersionRuntime !== undefined;
}

/** Starts the browser, which is unpacked once per checkout. */
export async function launchChromium(): Promise<Browser> {
  const folder = unpacked();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    // A container has no right to a sandbox and little shared memory; the page that is shown is our own.
    args: ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: {
      HOME: folder,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  });
}

/**
 * The folder with the browser. Unpacked into another folder and then moved, so that no process starts an incomplete browser.
 */
function unpacked(): string {
  const cache = join(__dirname, '..', '..', 'node_modules', '.cache', 'laurel');
  const folder = join(cache, 'chromium');
  if (existsSync(join(folder, 'chromium'))) return folder;
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, 'unpacking-'));
  unpackInto(fresh);
  writeFileSync(join(fresh, 'fonts.conf'), fontsConf(folder));
  try {
    renameSync(fresh, folder);
  } catch (error) {
    // Another process has moved its copy first; it is the same browser. Or one that still ran when the packages were removed left
    // its cache of fonts there.
    if (!existsSync(folder)) throw error;
    if (existsSync(join(folder, 'chromium'))) rmSync(fresh, { recursive: true });
    else replaceBy(fresh, folder);
  }
  return folder;
}

function replaceBy(fresh: string, folder: string): void {
  rmSync(folder, { recursive: true });
  renameSync(fresh, folder);
}

/**
 * The package unpacks into the folder for temporary files, and its libraries only where it believes to be on Lambda; both
 * is told to a process of its own.
 */
function unpackInto(folder: string): void {
  const script = 'require(process.argv[1]).executablePath().catch((e) => { console.error(e); process.exit(1); })';
  execFileSync(process.execPath, ['-e', script, require.resolve('@sparticuz/chromium')], {
    env: { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Its own fonts and those of the machine, but for one that draws an empty circle as a full one. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <selectfont><rejectfont><pattern>
    <patelt name="family"><string>DejaVu Math TeX Gyre</string></patelt>
  </pattern></rejectfont></selectfont>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
