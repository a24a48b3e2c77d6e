package io.deskhand.ticketing.story;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One thing that happens in a story. Names are short, so that a counterexample reads well. */
sealed interface Step {

    enum Place {
        T1("c1"),
        T2("c2"),
        /** The same customer's as T1: the two must never be open at once (I16). */
        T3("c1");

        final String customer;

        Place(String customer) {
            this.customer = customer;
        }
    }

    enum Who {
        ANNA(1),
        /** Also the supervisor. */
        BEN(2);

        final int capacity;

        Who(int capacity) {
            this.capacity = capacity;
        }

        Who other() {
            return this == ANNA ? BEN : ANNA;
        }
    }

    enum Verb {
        CLAIM,
        SAY,
        NOTE,
        OFFER_TO_OTHER,
        ACCEPT,
        DECLINE,
        RELEASE,
        TRANSFER_TO_OTHER,
        TRANSFER_TO_TEAM,
        TAKE_OVER,
        HAND_BACK,
        HAND_BACK_AND_CONTINUE,
        SNOOZE,
        TRIAGE,
        RENAME,
        RESOLVE,
        RESOLVE_ANYWAY,
        REOPEN,
        WHISPER,
        WANT_APPROVAL,
        WAIVE_APPROVAL,
        /** What the bot has proposed by then, if it has; another step may come between looking and approving. */
        APPROVE,
        APPROVE_EDITED,
        REJECT,
        ANSWER_THE_BOT
    }

    enum Wish {
        A_PERSON,
        BACK_TO_THE_BOT,
        SETTLED
    }

    enum BotMove {
        BEGIN,
        DRAFT,
        ANSWER,
        PROPOSE,
        ASK_COLLEAGUE,
        ASK_COLLEAGUE_WITH_WORDS,
        ESCALATE,
        ESCALATE_WITH_WORDS,
        /** A better packet comes for the last escalation of this instance, however late. */
        REFINE_PACKET,
        CRASH
    }

    enum ServerMove {
        /** Attaches to the room and reads its history. */
        ATTACH,
        /** Takes the next message that it knows of into the log. */
        INGEST,
        CRASH
    }

    enum RelayMove {
        /** Takes the right, or publishes what it holds, or reports what it has published. */
        GO_ON,
        /** Goes on until nothing is left, or somebody else has the right. */
        DRAIN,
        CRASH
    }

    /** The tickets that it may change. */
    default Collection<Place> touches() {
        return switch (this) {
            case Opens opens -> List.of(opens.ticket());
            case Writes writes -> List.of(writes.ticket());
            case Asks asks -> List.of(asks.ticket());
            case Customer customer -> List.of(customer.ticket());
            case Agent agent -> List.of(agent.ticket());
            case Bot bot -> List.of(bot.ticket());
            case Server server -> List.of(server.ticket());
            case Relay relay -> List.of(relay.ticket());
            case Heartbeat heartbeat -> List.of();
            case Passes passes -> List.of();
            case Watchdog watchdog -> List.of(Place.values());
            case SendsAgain again -> List.of(Place.values());
            case Skewed skewed -> skewed.step().touches();
            case Meanwhile meanwhile -> {
                Set<Place> both = new TreeSet<>(meanwhile.first().touches());
                both.addAll(meanwhile.second().touches());
                yield both;
            }
        };
    }

    record Opens(Place ticket) implements Step {}

    record Writes(Place ticket) implements Step {}

    /** The customer writes, and an instance that has just attached takes it into the log. */
    record Asks(Place ticket) implements Step {}

    record Customer(Wish wants, Place ticket) implements Step {}

    record Agent(Who who, Verb does, Place ticket) implements Step {}

    record Heartbeat(Who who) implements Step {}

    /** One of two instances of the bot. */
    record Bot(int instance, BotMove move, Place ticket) implements Step {}

    record Server(int instance, ServerMove move, Place ticket) implements Step {}

    record Relay(int instance, RelayMove move, Place ticket) implements Step {}

    record Passes(Duration time) implements Step {}

    record Watchdog() implements Step {}

    /** Somebody sends the last command once more, as after a lost answer. */
    record SendsAgain() implements Step {}

    /** The second happens while the first has read the ticket and not yet written it. */
    record Meanwhile(Step first, Step second) implements Step {}

    /** It happens on a machine whose clock is off. */
    record Skewed(Duration by, Step step) implements Step {}
}
