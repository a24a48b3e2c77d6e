/** Which faults are injected, and when. */
@NullMarked
package io.deskhand.chaos.fault;

import org.jspecify.annotations.NullMarked;
