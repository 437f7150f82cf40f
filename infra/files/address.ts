/** Which addresses a file may come from or go to: the file stores of Teams, and this machine where tests and the local world say so. */

/** OneDrive and SharePoint, in which Teams keeps what people send: the public cloud, US government, China. */
const hosts = ['.sharepoint.com', '.sharepoint.us', '.sharepoint-mil.us', '.sharepoint.cn'] as const;

const loopback = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * The address, if it may be used: `https` at its own port, without a name and password, at a host of the list; a plain one
 * of this machine where `allowsLoopback`.
 */
export function checkedAddress(address: string, allowsLoopback: boolean): URL | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || url.username !== '' || url.password !== '') return undefined;
  if (allowsLoopback && url.protocol === 'http:' && loopback.includes(url.hostname)) return url;
  const isOurs = hosts.some((host) => url.hostname.endsWith(host) && url.hostname.length > host.length);
  return url.protocol === 'https:' && url.port === '' && isOurs ? url : undefined;
}
