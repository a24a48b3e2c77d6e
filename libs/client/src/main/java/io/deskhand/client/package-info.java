/** A Java client of Deskhand: the customers' API, the agents' API, the rooms and the inbox (docs/api.md, libs/client/README.md). */
@NullMarked
package io.deskhand.client;

import org.jspecify.annotations.NullMarked;
