import { BEAT_MS } from './heartbeat';

/** A clock for hidden tabs: browsers stretch a page's own timers there to a minute, a worker's they leave alone. */
setInterval(() => postMessage(null), BEAT_MS);
