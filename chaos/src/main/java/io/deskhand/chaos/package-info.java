/** Breaks a stack of processes while it is in use, and checks from the outside what the product promises. */
@NullMarked
package io.deskhand.chaos;

import org.jspecify.annotations.NullMarked;
