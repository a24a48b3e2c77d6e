/** Authentication and authorisation: keys, tokens, JWTs, capabilities and client identities. */
@NullMarked
package io.deskhand.ably.local.auth;

import org.jspecify.annotations.NullMarked;
