/** A browser opens where there is one, and nowhere else. */
import { browserCommand } from './open-browser';

const url = 'http://127.0.0.1:56150';

describe('the command that opens a browser', () => {
  it.each<[string, NodeJS.Platform, Record<string, string>, readonly string[] | undefined]>([
    ['macOS', 'darwin', {}, ['open', url]],
    ['Windows', 'win32', {}, ['cmd', '/c', 'start', '""', url]],
    ['Linux under X', 'linux', { DISPLAY: ':0' }, ['xdg-open', url]],
    ['Linux under Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', url]],
    ['Linux without a display', 'linux', {}, undefined],
    ['a build machine', 'darwin', { CI: 'true' }, undefined],
    ['who wants none', 'darwin', { BROWSER: 'none' }, undefined],
    ['who wants none of the Playground', 'linux', { DISPLAY: ':0', TEAMSAPPTESTER_BROWSER: 'none' }, undefined],
  ])('for %s', (_case, platform, env, command) => {
    expect(browserCommand(url, { platform, env })).toEqual(command);
  });
});
