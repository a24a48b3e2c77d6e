/** The rules of docs/architecture.md that a compiler does not know, over the classes of all modules. */
@NullMarked
package io.deskhand.architecture;

import org.jspecify.annotations.NullMarked;
