/** Who is calling: Deskhand's own signed tokens, minted at sign-in and read on every request. */
@NullMarked
package io.deskhand.service.identity;

import org.jspecify.annotations.NullMarked;
