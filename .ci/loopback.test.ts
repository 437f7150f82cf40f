/** The guard that keeps tests offline must itself be able to stop one. */
import { once } from 'node:events';
import { createServer, get } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

describe('the loopback guard', () => {
  it.each(['192.0.2.1', 'laurel.example', '2001:db8::1'])('refuses %s', (host) => {
    expect(() => connect({ host, port: 80 })).toThrow(host);
    expect(() => connect(80, host)).toThrow(host);
  });

  it('refuses fetch', async () => {
    const refused: unknown = await fetch('http://192.0.2.1/').catch((error: unknown) => error);

    expect(refused).toHaveProperty('cause.message', expect.stringContaining('Tests stay on this machine'));
  });

  it('lets a test reach a server of its own', async () => {
    const server = createServer((_request, response) => response.end('here'));
    await once(server.listen(0, '127.0.0.1'), 'listening');

    const request = get({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
    const [response] = (await once(request, 'response')) as [{ statusCode: number; resume(): void }];
    response.resume();

    expect(response.statusCode).toBe(200);
    server.close();
  });
});
