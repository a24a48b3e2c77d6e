/** Customers and agents who use nothing but the public APIs, and remember what they were told. */
@NullMarked
package io.deskhand.chaos.actor;

import org.jspecify.annotations.NullMarked;
