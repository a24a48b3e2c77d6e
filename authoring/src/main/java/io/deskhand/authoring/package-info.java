/** Commands for the authors of bots: {@code bot new}, {@code bot check} and {@code import}. */
@NullMarked
package io.deskhand.authoring;

import org.jspecify.annotations.NullMarked;
