package io.deskhand.bot.customer;

import io.deskhand.ticketing.id.CustomerId;

/**
 * The customer whose token a request carries.
 *
 * @param name as they gave it, may be empty
 */
public record Customer(CustomerId id, String name) {}
