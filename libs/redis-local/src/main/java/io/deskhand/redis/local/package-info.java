/** A real Redis as a child process, for laptops and tests, which leaves no orphan behind. */
@NullMarked
package io.deskhand.redis.local;

import org.jspecify.annotations.NullMarked;
