import type { RealtimeConnection } from './connect';

/** Follows one kind of event on a plain channel; `onBreak` is called when events may have been missed. Returns the way to stop. */
export function followChannel(
  connection: RealtimeConnection,
  name: string,
  event: string,
  onEvent: (data: unknown) => void,
  onBreak: () => void,
): () => void {
  const channel = connection.realtime.channels.get(name);
  let attachedBefore = false;
  const onMessage = (message: { data?: unknown }): void => onEvent(parsed(message.data));
  const onAttached = (change: { resumed?: boolean }): void => {
    if (attachedBefore && change.resumed !== true) onBreak();
    attachedBefore = true;
  };
  channel.on('attached', onAttached);
  channel.on('update', onAttached);
  channel.subscribe(event, onMessage).catch(onBreak);
  return () => {
    channel.unsubscribe(event, onMessage);
    channel.off(onAttached);
    channel.detach().catch(() => undefined);
  };
}

function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
