/** Streaming calls to language models: routes, retries, circuit breakers, time limits. */
@NullMarked
package io.deskhand.brain.internal.model;

import org.jspecify.annotations.NullMarked;
