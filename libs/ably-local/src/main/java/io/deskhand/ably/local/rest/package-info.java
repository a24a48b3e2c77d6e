/** The request side: routes, paging and the Ably REST endpoints. */
@NullMarked
package io.deskhand.ably.local.rest;

import org.jspecify.annotations.NullMarked;
