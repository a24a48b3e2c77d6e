/** Turns saved help pages into a bot's articles. Reads files alone, never the network. */
@NullMarked
package io.deskhand.authoring.imports;

import org.jspecify.annotations.NullMarked;
