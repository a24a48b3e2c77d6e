/** The wire protocol: frames, messages, presence, annotations and errors, in JSON and in msgpack. */
@NullMarked
package io.deskhand.ably.local.wire;

import org.jspecify.annotations.NullMarked;
