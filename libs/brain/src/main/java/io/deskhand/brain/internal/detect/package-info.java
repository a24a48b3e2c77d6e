/** Detectors over one text: personal data, prompt injection, transfer claims, small talk, a request for a human. */
@NullMarked
package io.deskhand.brain.internal.detect;

import org.jspecify.annotations.NullMarked;
