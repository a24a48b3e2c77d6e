/** What the server takes from outside: chance and timers. */
@NullMarked
package io.deskhand.ably.local.sources;

import org.jspecify.annotations.NullMarked;
