/** Several instances work on one partner: claims, marks, attempts and retries keep them from sending or losing anything twice. */
import type { SendOutcome } from '../context/notifier';
import type { AppServices } from '../context/app-services';
import { StoreUnavailable } from '../../domain/basics/repository';
import { everybody } from '../../domain/ports';
import { listDueEntries, scheduleSweep } from '../partner/sweep-schedule';
import { replyTo } from '../turns/turn';
import { askBy } from '../partner/standing-cache.case';
import { buttonOf, deliveriesIn, friday, lapsing, openAtRisk, tenant } from './at-risk.case';
import { sweep } from './sweep';

const minuteMs = 60_000;

/** A promise that is fulfilled from outside. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  return { opened: new Promise<void>((resolve) => (open = resolve)), open: () => open() };
}

/** The same services, in which a message is sent by this function. */
function sendingBy(services: AppServices, send: AppServices['notifier']['send']): AppServices {
  return { ...services, notifier: { ...services.notifier, send } };
}

it('leaves the attempt of another instance as it is when its own, older one is answered at last', async () => {
  const { services, store, put, pass } = await openAtRisk({ known: ['boss'] });
  await put([lapsing]);
  const [answered, sentAgain] = [gate(), gate()];
  const slow = sweep(
    sendingBy(services, async (_, __, { begin }) => {
      await begin?.();
      sentAgain.open();
      await answered.opened;
      return { kind: 'sent', activity: 'of the slow instance' };
    }),
  );
  await sentAgain.opened;
  pass(3 * minuteMs);
  await sweep(
    sendingBy(services, async (_, __, { begin }) => {
      await begin?.();
      answered.open();
      await slow;
      return { kind: 'sent', activity: 'of the quick instance' };
    }),
  );

  const [sent] = (await deliveriesIn(store)).filter(({ recipient }) => recipient === 'boss');
  expect(sent).toMatchObject({ tries: 2, unclear: 1, state: { is: 'sent', activity: 'of the quick instance' } });
});

it('does not send what another instance has begun to send since the ledger was read', async () => {
  const { services, notifier, store, put, pass } = await openAtRisk({ known: ['boss'] });
  await put([lapsing]);
  const [waiting, goOn] = [gate(), gate()];
  const slow = sweep(
    sendingBy(services, async (...message) => {
      waiting.open();
      await goOn.opened;
      return services.notifier.send(...message);
    }),
  );
  await waiting.opened;
  pass(3 * minuteMs);
  await sweep(services);
  goOn.open();
  await slow;

  expect(notifier.said.map(({ to }) => to.id)).toEqual(['boss']);
  expect(await deliveriesIn(store)).toContainEqual(
    expect.objectContaining({ recipient: 'boss', tries: 1, state: expect.objectContaining({ is: 'sent' }) as unknown }),
  );
});

it('renews the card of another admin a minute after that has failed', async () => {
  const outcomes: (SendOutcome | undefined)[] = [undefined, undefined, { kind: 'later', code: '429', afterMs: 1 }];
  const { services, notifier, put, pass } = await openAtRisk({ outcome: () => outcomes.shift() });
  await put([lapsing]);
  await sweep(services);
  const note = buttonOf(notifier.said[0]!, 'acknowledge');
  await replyTo({ pressed: note }, { ...askBy('boss', friday), tenant }, services);
  const renewals = () => notifier.said.filter(({ replaced }) => replaced).length;

  await sweep(services);
  const failed = renewals();
  pass(minuteMs - 1);
  expect(await sweep(services)).toMatchObject({ partners: 0 });
  pass(1);
  expect(await sweep(services)).toMatchObject({ partners: 1 });
  expect([failed, renewals()]).toEqual([1, 2]);
});

it('keeps its claim for as long as it works, whatever a claim lasts', async () => {
  jest.useFakeTimers();
  try {
    const { services, put, pass } = await openAtRisk({ known: ['boss'] });
    await put([lapsing]);
    const [begun, goOn] = [gate(), gate()];
    const long = sweep(
      sendingBy(services, async (...message) => {
        begun.open();
        await goOn.opened;
        return services.notifier.send(...message);
      }),
    );
    await begun.opened;
    for (let minutes = 1; minutes <= 10; minutes += 1) {
      pass(minuteMs);
      await jest.advanceTimersByTimeAsync(minuteMs);
      expect(await listDueEntries(services)).toEqual([]);
    }
    goOn.open();

    expect(await long).toMatchObject({ partners: 1, deliveries: { sent: 1 } });
  } finally {
    jest.useRealTimers();
  }
});

it('takes over three minutes after an instance that was killed', async () => {
  const { services, put, pass } = await openAtRisk({ known: ['boss'] });
  await put([lapsing]);
  const begun = gate();
  void sweep(
    sendingBy(services, () => {
      begun.open();
      return new Promise(() => undefined);
    }),
  );
  await begun.opened;
  pass(3 * minuteMs - 1);
  expect(await sweep(services)).toMatchObject({ partners: 0 });
  pass(1);

  expect(await sweep(services)).toMatchObject({ partners: 1, deliveries: { sent: 1 } });
});

it('tries a partner for whom something went wrong again after a minute', async () => {
  const { services, store, put, pass } = await openAtRisk();
  await put([lapsing]);
  const broken: AppServices = {
    ...services,
    store: { ...store, notices: { ...store.notices, write: () => Promise.reject(new StoreUnavailable('down')) } },
  };
  await expect(sweep(broken)).rejects.toThrow('down');

  pass(minuteMs - 1);
  expect(await sweep(services)).toMatchObject({ partners: 0 });
  pass(1);
  expect(await sweep(services)).toMatchObject({ partners: 1, deliveries: { sent: 2 } });
});

it('is due again at once when something is called for while it works', async () => {
  const { services, put } = await openAtRisk({ known: ['boss'] });
  await put([lapsing]);
  await sweep(
    sendingBy(services, async (...message) => {
      await scheduleSweep(services, tenant);
      return services.notifier.send(...message);
    }),
  );

  expect((await listDueEntries(services)).map(({ value }) => value.tenant)).toEqual([tenant]);
});

it('waits five minutes for an instance that changes facts and is never heard of again', async () => {
  const { services, store, put, pass } = await openAtRisk({ known: ['boss'] });
  await put([lapsing]);
  const row = (await store.standings.get(tenant, tenant))!;
  const value = { ...row.value, marks: [{ token: 'lost', at: friday }] };
  await store.standings.write(tenant, [{ kind: 'replace', value, version: row.version }]);

  expect(await sweep(services)).toMatchObject({ partners: 1, notices: { opened: 0 } });
  pass(5 * minuteMs);
  expect(await sweep(services)).toMatchObject({ partners: 0 });
  pass(1);
  expect(await sweep(services)).toMatchObject({ partners: 1, notices: { opened: 1 } });
});

it('gives up a claim that another instance took over, and leaves theirs', async () => {
  const { services, store, put } = await openAtRisk({ known: ['boss'] });
  await put([lapsing]);
  const theirs = { token: 'theirs', until: friday + 3 * minuteMs };
  await sweep(
    sendingBy(services, async (...message) => {
      const { value, version } = (await store.schedule.get(everybody, tenant))!;
      await store.schedule.write(everybody, [{ kind: 'replace', value: { ...value, claim: theirs }, version }]);
      return services.notifier.send(...message);
    }),
  );

  expect((await store.schedule.get(everybody, tenant))?.value.claim).toEqual(theirs);
});

it('leaves a notice that a person has acted on meanwhile as that person left it', async () => {
  const { services, store, put } = await openAtRisk({ known: ['boss'] });
  await put([lapsing]);
  await sweep(services);
  const { list } = store.notices;
  await put([{ ...lapsing, achievements: [] }]);
  let acted = false;
  const notices: typeof store.notices = {
    ...store.notices,
    async *list(of) {
      const rows = [];
      for await (const row of list(of)) rows.push(row);
      for (const { value, version } of acted ? [] : rows)
        await store.notices.write(tenant, [
          {
            kind: 'replace',
            value: { ...value, state: { is: 'acknowledged', by: 'boss', at: friday } },
            version,
          },
        ]);
      acted = true;
      yield* rows;
    },
  };
  await sweep({ ...services, store: { ...store, notices } });

  const states = [];
  for await (const { value } of list(tenant)) states.push(value.state.is);
  expect(states).toContain('acknowledged');
});
