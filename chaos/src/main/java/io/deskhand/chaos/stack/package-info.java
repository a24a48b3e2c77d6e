/** The product as separate processes, which can be killed one by one. */
@NullMarked
package io.deskhand.chaos.stack;

import org.jspecify.annotations.NullMarked;
