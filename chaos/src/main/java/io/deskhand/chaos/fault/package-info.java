/** What is broken, and when. */
@NullMarked
package io.deskhand.chaos.fault;

import org.jspecify.annotations.NullMarked;
