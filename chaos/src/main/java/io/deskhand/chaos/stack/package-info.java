/** The product as processes of its own, which can be killed one by one. */
@NullMarked
package io.deskhand.chaos.stack;

import org.jspecify.annotations.NullMarked;
