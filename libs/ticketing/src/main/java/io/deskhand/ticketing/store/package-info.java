/** The ports to wherever tickets, logs, work and leases are stored. */
@NullMarked
package io.deskhand.ticketing.store;

import org.jspecify.annotations.NullMarked;
