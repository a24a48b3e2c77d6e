/** Refines a handoff packet with a language model. */
@NullMarked
package io.deskhand.brain.internal.packet;

import org.jspecify.annotations.NullMarked;
