package io.deskhand.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.chaos.check.Testimony.AgentSent;
import io.deskhand.chaos.check.Testimony.CustomerSent;
import io.deskhand.ticketing.ticket.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets all checks judge crafted histories. */
final class Judging {

    static final Testimony NOTHING = new Testimony(List.of(), List.of(), List.of(), List.of(), List.of());
    static final Checker CHECKER = new Checker(Duration.ofSeconds(10), true);

    private Judging() {}

    @SafeVarargs
    static void found(Class<? extends InvariantCheck> by, Crafted ticket, Class<? extends InvariantCheck>... also) {
        found(by, world(NOTHING, ticket), also);
    }

    /** The one check finds it; a few others may see the same from their side. */
    @SafeVarargs
    static void found(Class<? extends InvariantCheck> by, World world, Class<? extends InvariantCheck>... also) {
        List<String> names = CHECKER.check(world).stream()
                .filter(finding -> !finding.violations().isEmpty())
                .map(Finding::name)
                .toList();
        assertThat(names).contains(name(by));
        assertThat(names)
                .isSubsetOf(Stream.concat(Stream.of(by), Stream.of(also))
                        .map(Judging::name)
                        .toList());
    }

    static void passes(Crafted ticket) {
        Consumer<Finding> clean =
                finding -> assertThat(finding.violations()).as(finding.name()).isEmpty();
        assertThat(CHECKER.check(world(NOTHING, ticket))).allSatisfy(clean);
    }

    private static String name(Class<? extends InvariantCheck> check) {
        try {
            @Nullable InvariantCheck instance = check == Overdue.class
                    ? new Overdue(Duration.ZERO, true)
                    : check.getDeclaredConstructor().newInstance();
            return instance.name();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Testimony sent(CustomerSent message) {
        return new Testimony(List.of(message), List.of(), List.of(), List.of(), List.of());
    }

    static Testimony answered(AgentSent message) {
        return new Testimony(List.of(), List.of(), List.of(), List.of(message), List.of());
    }

    static World world(Testimony told, Crafted ticket) {
        return world(told, ticket.story());
    }

    static World world(Testimony told, Story story) {
        Set<String> inbox = story.status() == Status.QUEUED ? Set.of(story.ticket()) : Set.of();
        int slots = story.takesSlotOf("anna") ? 1 : 0;
        int open = story.isOpen() ? 1 : 0;
        return new World(
                Crafted.NOW, List.of(story), told, inbox, Map.of("anna", slots), 4, Map.of(story.customer(), open));
    }
}
