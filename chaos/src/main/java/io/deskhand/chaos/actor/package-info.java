/** Customers and agents who use nothing but the public APIs, and record the answers. */
@NullMarked
package io.deskhand.chaos.actor;

import org.jspecify.annotations.NullMarked;
