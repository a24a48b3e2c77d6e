/** How much the tickets and their delivery add to what Redis and the realtime server cost by themselves. */
@NullMarked
package io.deskhand.bench.tickets;

import org.jspecify.annotations.NullMarked;
