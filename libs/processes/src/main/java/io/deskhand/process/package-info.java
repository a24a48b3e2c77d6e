/** Processes of this machine that a run starts, pauses, kills and ends: JVMs of ours, Redis, other servers. Services never use it. */
@NullMarked
package io.deskhand.process;

import org.jspecify.annotations.NullMarked;
