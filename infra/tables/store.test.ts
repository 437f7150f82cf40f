/** The store in tables passes the contract of the port, on a real Azurite. */
import { storeContract } from '../ports.case';
import { openOnAzurite } from './azurite.case';

storeContract('tables', async () => {
  const { store, wire, close } = await openOnAzurite();
  await Promise.all([store.ping(), store.people.get('', '')]);
  const breakDown = (now: boolean) => wire.always(now ? { kind: 'cut' } : undefined);
  return { store, requests: () => wire.requests.length, breakDown, close };
});
