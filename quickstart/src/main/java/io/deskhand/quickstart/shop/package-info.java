/** The demo's shop behind the assistant's tools: a small order API on the loopback interface. */
@NullMarked
package io.deskhand.quickstart.shop;

import org.jspecify.annotations.NullMarked;
