// @ably/chat imports two names from "ably" at run time. Taking them from the modular build keeps the full SDK out of the bundle.
export { BaseRealtime as Realtime, ErrorInfo } from 'ably/modular';
