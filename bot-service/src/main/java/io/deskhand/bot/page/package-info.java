/** The help articles as pages, which citations link to. */
@NullMarked
package io.deskhand.bot.page;

import org.jspecify.annotations.NullMarked;
