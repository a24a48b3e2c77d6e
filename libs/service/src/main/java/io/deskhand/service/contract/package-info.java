/** The OpenAPI document of a service, made of its Java types and their Javadoc. */
@NullMarked
package io.deskhand.service.contract;

import org.jspecify.annotations.NullMarked;
