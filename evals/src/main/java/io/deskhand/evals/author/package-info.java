/** What somebody needs who writes a bot: files to begin with, and a check that names what is wrong with them. */
@NullMarked
package io.deskhand.evals.author;

import org.jspecify.annotations.NullMarked;
