import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type JSX } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { TicketListName } from '../../api/agent-api';
import type { AgentTicket } from '../../api/contract';
import type { BoardState } from './board-state';
import { countIn, isOtherTeams, visibleTickets } from './board-view';
import { Icon, type IconName } from './icons';
import './ticket-list.css';
import { TicketRow } from './ticket-row';

interface Props {
  readonly board: BoardState;
  readonly now: number;
  readonly onShow: (list: TicketListName) => void;
  readonly onSelect: (id: string) => void;
}

const TABS: readonly { readonly list: TicketListName; readonly label: string; readonly icon: IconName }[] = [
  { list: 'inbox', label: 'Inbox', icon: 'inbox' },
  { list: 'mine', label: 'Mine', icon: 'mine' },
  { list: 'all', label: 'All', icon: 'all' },
];

export function TicketList({ board, onShow, ...shared }: Props): JSX.Element {
  return (
    <nav className="list" aria-label="Tickets">
      <Tabs
        className="list-tabs"
        selectedKey={board.list}
        onSelectionChange={(list) => onShow(TABS.find((tab) => tab.list === list)?.list ?? 'inbox')}
      >
        <TabList className="tabs" aria-label="Lists">
          {TABS.map(({ list, label, icon }) => (
            <Tab key={list} id={list} className="tab">
              <Icon name={icon} size={17} />
              {label}
              <span className="count">{countIn(board, list)}</span>
            </Tab>
          ))}
        </TabList>
        {TABS.map(({ list }) => (
          <TabPanel key={list} id={list} className="list-panel">
            <Body board={board} {...shared} />
          </TabPanel>
        ))}
      </Tabs>
    </nav>
  );
}

function Body({ board, ...shared }: Omit<Props, 'onShow'>): JSX.Element {
  const tickets = visibleTickets(board);
  if (!board.listed) return <ListSkeleton />;
  if (tickets.length === 0) return <EmptyList board={board} />;
  return <Rows tickets={tickets} board={board} {...shared} />;
}

interface RowsProps extends Omit<Props, 'onShow'> {
  readonly tickets: readonly AgentTicket[];
}

/** A guess at the height of a row that was never on the screen. */
const ROW_PX = 96;
/** Rows that are kept on either side of what is on the screen. */
const KEPT = 12;

/** Of a long list only what is on the screen, and a little more, is in the page. */
function Rows({ tickets, board, now, onSelect }: RowsProps): JSX.Element {
  const body = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: tickets.length,
    getScrollElement: () => body.current,
    estimateSize: () => ROW_PX,
    overscan: KEPT,
    getItemKey: (index) => tickets[index]?.id ?? index,
  });
  const at = tickets.findIndex(({ id }) => id === board.selected);
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at);
    // Where the selected ticket stands may change without anybody having chosen it: then the list stays where it is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [board.selected, board.list]);
  const apart = tickets.findIndex((ticket) => board.list === 'inbox' && isOtherTeams(board, ticket));
  const shown = rows.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div className="list-body" ref={body}>
      <ul style={{ paddingBlock: `${before}px ${after}px` }}>
        {shown.map(({ key, index }) => {
          const ticket = tickets[index];
          return (
            ticket !== undefined && (
              <li key={key} data-index={index} ref={rows.measureElement}>
                {index === apart && <h2 className="list-heading">Other teams</h2>}
                <TicketRow ticket={ticket} board={board} now={now} onSelect={onSelect} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

const EMPTY: Readonly<
  Record<TicketListName, { readonly icon: IconName; readonly title: string; readonly more: string }>
> = {
  inbox: {
    icon: 'check',
    title: 'Nobody is waiting',
    more: 'A ticket appears here the moment the assistant asks for a person.',
  },
  mine: {
    icon: 'mine',
    title: 'No ticket is yours',
    more: 'Claim one from the inbox; it stays here until it is resolved.',
  },
  all: {
    icon: 'all',
    title: 'No tickets yet',
    more: 'Every ticket shows up here, also those that the assistant handles alone.',
  },
};

function EmptyList({ board }: Pick<Props, 'board'>): JSX.Element {
  if (board.search !== '') {
    return (
      <div className="empty">
        <Icon name="search" size={28} />
        <p>Nothing matches “{board.search}”.</p>
      </div>
    );
  }
  const { icon, title, more } = EMPTY[board.list];
  return (
    <div className="empty">
      <span className="empty-art">
        <Icon name={icon} size={26} />
      </span>
      <p>
        <b>{title}</b>
      </p>
      <p className="quiet">{more}</p>
    </div>
  );
}

function ListSkeleton(): JSX.Element {
  return (
    <div className="list-skeleton" aria-busy="true" aria-label="Loading tickets">
      {[0, 1, 2, 3].map((row) => (
        <div key={row}>
          <i />
          <span>
            <b />
            <b />
          </span>
        </div>
      ))}
    </div>
  );
}
