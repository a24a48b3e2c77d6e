/** Acts on deadlines that have passed. */
@NullMarked
package io.deskhand.ticketing.watchdog;

import org.jspecify.annotations.NullMarked;
