/** Makes the HTTP calls of a bot's tools, with address rules, schemas and idempotency keys. */
@NullMarked
package io.deskhand.brain.internal.toolcall;

import org.jspecify.annotations.NullMarked;
