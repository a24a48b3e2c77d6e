/** The model test: random stories of customers, bots, agents, servers and relays that interleave, crash, repeat and wake up late, told to the pure rules and to Redis. */
package io.deskhand.ticketing.story;
