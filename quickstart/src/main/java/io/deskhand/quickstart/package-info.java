/** Everything in one JVM on embedded defaults, and the smoke run that plays the main job against it. */
@NullMarked
package io.deskhand.quickstart;

import org.jspecify.annotations.NullMarked;
