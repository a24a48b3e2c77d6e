/** The REST side: routes, paging and Ably's endpoints. */
@NullMarked
package io.deskhand.ably.local.rest;

import org.jspecify.annotations.NullMarked;
