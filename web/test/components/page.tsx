import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach } from 'vitest';
import type { DialogProps } from '../../src/dashboard/actions/action';
import type { Deed } from '../../src/dashboard/session/deed';
import type { Refusal } from '../../src/dashboard/session/refusals';
import { LIMITS, ticket } from '../fixtures';

/** A page without a screen lays nothing out: here every element is as large as a window, and a line in it as high as most, so that lists show what they hold. */
export function withPage(): void {
  beforeEach(() => {
    for (const [name, size] of [
      ['clientHeight', 800],
      ['clientWidth', 600],
      ['offsetHeight', 72],
    ] as const)
      Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => size });
  });
  afterEach(cleanup);
}

export function show(page: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const user = userEvent.setup();
  return { user, ...render(<QueryClientProvider client={client}>{page}</QueryClientProvider>) };
}

/** What a dialog is given; `refusing` is the service's answer to whatever is done. */
export function dialogProps(change: Partial<DialogProps> = {}) {
  const done: Deed[] = [];
  const world = { refusing: null as Refusal | null, closed: false };
  const props: DialogProps = {
    ticket: ticket({ status: 'HUMAN', owner: { type: 'AGENT', id: 'anna', name: 'Anna' } }),
    me: 'anna',
    limits: LIMITS,
    tags: ['parcel', 'vip'],
    queries: {
      colleagues: {
        queryKey: ['colleagues'],
        queryFn: async () => [
          { id: 'anna', name: 'Anna', teams: ['general'], here: true },
          { id: 'ben', name: 'Ben', teams: ['general', 'returns'], here: true },
          { id: 'carla', name: 'Carla', teams: ['returns'], here: false },
        ],
      },
    },
    act: async (deed) => {
      done.push(deed);
      return world.refusing;
    },
    onClose: () => {
      world.closed = true;
    },
    ...change,
  };
  return { props, done, world };
}
