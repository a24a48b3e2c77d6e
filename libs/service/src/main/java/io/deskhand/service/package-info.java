/** What both services are made of: the wiring of tickets and rooms, Deskhand's own tokens, and the one form of errors. */
@NullMarked
package io.deskhand.service;

import org.jspecify.annotations.NullMarked;
