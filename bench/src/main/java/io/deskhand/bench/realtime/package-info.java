/** How much libs/ably-local adds to what its server library and a plain broker cost. */
@NullMarked
package io.deskhand.bench.realtime;

import org.jspecify.annotations.NullMarked;
