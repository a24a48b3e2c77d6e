/** The agents: who they are, and how they sign in. */
@NullMarked
package io.deskhand.handoff.agent;

import org.jspecify.annotations.NullMarked;
