/** An Ably-compatible server for tests and laptops, with fault injection: the API of this module. */
@NullMarked
package io.deskhand.ably.local;

import org.jspecify.annotations.NullMarked;
