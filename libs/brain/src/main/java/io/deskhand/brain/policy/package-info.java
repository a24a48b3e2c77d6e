/** Escalation policy: what is decided before a model is asked, from the dialogue and the bot's rules. */
@NullMarked
package io.deskhand.brain.policy;

import org.jspecify.annotations.NullMarked;
