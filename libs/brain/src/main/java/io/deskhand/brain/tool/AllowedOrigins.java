package io.deskhand.brain.tool;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The allow-list of origins for tools of this service; a bot's file cannot extend it.
 *
 * @param open their names must resolve to public addresses alone
 * @param inside may resolve to loopback, private or link-local addresses too
 */
public record AllowedOrigins(Set<Origin> open, Set<Origin> inside) {

    /** No tool may call anywhere. */
    public static final AllowedOrigins NONE = new AllowedOrigins(Set.of(), Set.of());

    public AllowedOrigins {
        open = Set.copyOf(open);
        inside = Set.copyOf(inside);
    }

    /** @throws IllegalArgumentException if one of them is no origin */
    public static AllowedOrigins parse(Collection<String> open, Collection<String> inside) {
        return new AllowedOrigins(origins(open), origins(inside));
    }

    public boolean allow(Origin origin) {
        return open.contains(origin) || inside.contains(origin);
    }

    private static Set<Origin> origins(Collection<String> texts) {
        return texts.stream().filter(text -> !text.isBlank()).map(Origin::parse).collect(Collectors.toSet());
    }
}
