/** What must hold at the end, judged from histories alone: no clock, no network. */
@NullMarked
package io.deskhand.chaos.check;

import org.jspecify.annotations.NullMarked;
