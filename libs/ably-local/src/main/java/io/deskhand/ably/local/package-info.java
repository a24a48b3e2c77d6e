/** An Ably-compatible server for one machine: start it, point any Ably SDK at it, hurt it on purpose. */
@NullMarked
package io.deskhand.ably.local;

import org.jspecify.annotations.NullMarked;
