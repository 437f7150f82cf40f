/** The store in memory passes the contract of the port. */
import { storeContract } from '../ports.case';
import { openMemory } from './store';

storeContract('memory', async () => {
  let broken = false;
  const store = openMemory(() => (broken ? new Error('broken') : undefined));
  const breakDown = (now: boolean) => void (broken = now);
  return { store, requests: () => store.requests.length, breakDown, close: async () => undefined };
});
