/** The agents' side: it serves queued and claimed tickets, and hosts the dashboard. */
@NullMarked
package io.deskhand.handoff;

import org.jspecify.annotations.NullMarked;
