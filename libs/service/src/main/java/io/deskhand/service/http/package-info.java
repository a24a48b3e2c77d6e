/** What both services do alike at the HTTP edge: security defaults, limits, pages and their headers. */
@NullMarked
package io.deskhand.service.http;

import org.jspecify.annotations.NullMarked;
