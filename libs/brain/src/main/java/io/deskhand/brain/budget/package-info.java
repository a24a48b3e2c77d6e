/** How much the bots may spend on models, and how much they have spent. */
@NullMarked
package io.deskhand.brain.budget;

import org.jspecify.annotations.NullMarked;
