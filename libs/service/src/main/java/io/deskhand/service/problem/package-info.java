/** The one form in which both services say what went wrong: RFC 9457 problems with stable codes. */
@NullMarked
package io.deskhand.service.problem;

import org.jspecify.annotations.NullMarked;
