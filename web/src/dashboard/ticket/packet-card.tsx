import { type JSX, type ReactNode, useState } from 'react';
import type { HandoffPacket } from '../../api/contract';
import { Icon } from '../board/icons';
import { knownOf } from './packet';
import './packet-card.css';

interface Props {
  readonly packet: HandoffPacket;
  /** Whether it starts unfolded. */
  readonly open: boolean;
  /** Puts the suggested reply into the composer; null while the agent may not write. */
  readonly onUse: (() => void) | null;
}

/** What the assistant leaves for the agent, on top of the ticket. */
export function PacketCard({ packet, open, onUse }: Props): JSX.Element {
  const known = knownOf(packet);
  const [unfolded, setUnfolded] = useState(open);
  return (
    <section className="packet" aria-label="Handoff packet">
      <button type="button" className="packet-head" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
        <Icon name="spark" size={18} />
        <b>Handoff from the assistant</b>
        {!unfolded && <span className="packet-gist">{packet.wants}</span>}
        <span className={`fold${unfolded ? ' up' : ''}`}>
          <Icon name="down" size={18} />
        </span>
      </button>
      {unfolded && (
        <dl>
          {known !== '' && <Row label="Customer">{known}</Row>}
          {packet.wants !== '' && <Row label="Wants">{packet.wants}</Row>}
          {packet.question !== '' && packet.question !== packet.wants && (
            <Row label="Open question">{packet.question}</Row>
          )}
          {packet.facts.length > 0 && (
            <Row label="Facts">
              <ul className="facts">
                {packet.facts.map((fact) => (
                  <li key={fact}>{fact}</li>
                ))}
              </ul>
            </Row>
          )}
          {packet.tried.length > 0 && (
            <Row label="Tried">
              <ul>
                {packet.tried.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ul>
            </Row>
          )}
          {packet.suggestedReply !== '' && (
            <Row label="Suggested reply">
              <div className="suggested">
                <p>{packet.suggestedReply}</p>
                {onUse !== null && (
                  <button type="button" className="ghost small" onClick={onUse}>
                    Use
                  </button>
                )}
              </div>
            </Row>
          )}
        </dl>
      )}
    </section>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }): JSX.Element {
  return (
    <div className="row">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
