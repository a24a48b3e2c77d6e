package io.deskhand.chaos.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The final state, and all answers that people received.
 *
 * @param inbox ids of the tickets that the agents' inbox lists
 * @param slots how many tickets each agent's own list has
 * @param capacity the most that an agent may own
 * @param openByCustomer how many open tickets each customer has
 */
public record World(
        Instant at,
        List<Story> stories,
        Testimony testimony,
        Set<String> inbox,
        Map<String, Integer> slots,
        int capacity,
        Map<String, Integer> openByCustomer) {

    public World {
        stories = List.copyOf(stories);
        inbox = Set.copyOf(inbox);
        slots = Map.copyOf(slots);
        openByCustomer = Map.copyOf(openByCustomer);
    }

    Optional<Story> story(String ticket) {
        return stories.stream().filter(story -> story.ticket().equals(ticket)).findFirst();
    }
}
