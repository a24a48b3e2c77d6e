import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from './icons';
import type { Packet } from './packet';

interface Props {
  readonly packet: Packet;
  /** Whether it starts unfolded. */
  readonly open: boolean;
  /** Puts the suggested reply into the composer; null while the agent may not write. */
  readonly onUse: (() => void) | null;
}

/** What the assistant leaves for the agent, on top of the ticket. */
export function PacketCard({ packet, open, onUse }: Props): VNode {
  const [unfolded, setUnfolded] = useState(open);
  return (
    <section class="packet" aria-label="Handoff packet">
      <button type="button" class="packet-head" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
        <Icon name="spark" size={18} />
        <b>Handoff from the assistant</b>
        {!unfolded && <span class="packet-gist">{packet.wants}</span>}
        <span class={`fold${unfolded ? ' up' : ''}`}>
          <Icon name="down" size={18} />
        </span>
      </button>
      {unfolded && (
        <dl>
          {packet.customer !== '' && <Row label="Customer">{packet.customer}</Row>}
          {packet.wants !== '' && <Row label="Wants">{packet.wants}</Row>}
          {packet.question !== '' && packet.question !== packet.wants && (
            <Row label="Open question">{packet.question}</Row>
          )}
          {packet.facts.length > 0 && (
            <Row label="Facts">
              <ul class="facts">
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
              <div class="suggested">
                <p>{packet.suggestedReply}</p>
                {onUse !== null && (
                  <button type="button" class="ghost small" onClick={onUse}>
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

function Row({ label, children }: { readonly label: string; readonly children: ComponentChildren }): VNode {
  return (
    <div class="row">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
