package io.deskhand.ticketing.story;

import static io.deskhand.ticketing.story.Step.Place.T1;

import io.deskhand.ticketing.story.Step.BotMove;
import io.deskhand.ticketing.story.Step.RelayMove;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A random interleaving. */
record Story(List<Step> steps) {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 32;
    /** What colleagues do with a bot. */
    private static final List<Step.Verb> REVIEW = List.of(
            Step.Verb.WHISPER,
            Step.Verb.WANT_APPROVAL,
            Step.Verb.APPROVE,
            Step.Verb.APPROVE_EDITED,
            Step.Verb.REJECT,
            Step.Verb.ANSWER_THE_BOT);

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("the story:");
        for (int i = 0; i < steps.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(steps.get(i));
        }
        return text.toString();
    }

    /** Most stories begin where things can go wrong: the customer has asked something, and a bot is about to answer. */
    static Arbitrary<Story> any() {
        Arbitrary<List<Step>> beginnings = Arbitraries.frequency(
                Tuple.of(1, List.of()),
                Tuple.of(2, List.of(new Step.Opens(T1), new Step.Asks(T1))),
                Tuple.of(4, answering()),
                Tuple.of(3, halfShown()),
                Tuple.of(2, waiting(BotMove.PROPOSE)),
                Tuple.of(1, waiting(BotMove.ASK_COLLEAGUE)),
                Tuple.of(1, waiting(BotMove.ESCALATE)));
        Arbitrary<List<Step>> rest = anyStep().list().ofMinSize(SHORTEST).ofMaxSize(LONGEST);
        return Combinators.combine(beginnings, rest)
                .as((beginning, steps) -> new Story(
                        Stream.concat(beginning.stream(), steps.stream()).toList()));
    }

    /** A bot has begun to answer. */
    private static List<Step> answering() {
        return List.of(new Step.Opens(T1), new Step.Asks(T1), bot(1, BotMove.BEGIN), bot(1, BotMove.DRAFT));
    }

    /** The beginning of an answer is in the room, and a relay is about to publish more of it. */
    private static List<Step> halfShown() {
        List<Step> steps = new ArrayList<>(answering());
        steps.add(new Step.Relay(1, RelayMove.DRAIN, T1));
        steps.add(bot(1, BotMove.DRAFT));
        steps.add(new Step.Relay(1, RelayMove.GO_ON, T1));
        return steps;
    }

    /** A colleague is there, and the bot waits for them. */
    private static List<Step> waiting(BotMove move) {
        return List.of(
                new Step.Opens(T1),
                new Step.Asks(T1),
                new Step.Heartbeat(Step.Who.ANNA),
                bot(1, BotMove.BEGIN),
                bot(2, BotMove.BEGIN),
                bot(1, move));
    }

    private static Step bot(int instance, BotMove move) {
        return new Step.Bot(instance, move, T1);
    }

    private static Arbitrary<Step> anyStep() {
        Arbitrary<Step> plain = plain();
        Arbitrary<Step> meanwhile = Combinators.combine(plain, plain).as(Step.Meanwhile::new);
        Arbitrary<Step> skewed = Combinators.combine(Arbitraries.of(-5, -1, 1, 5), plain)
                .as((seconds, step) -> new Step.Skewed(Duration.ofSeconds(seconds), step));
        return Arbitraries.frequencyOf(Tuple.of(8, plain), Tuple.of(2, meanwhile), Tuple.of(1, skewed));
    }

    private static Arbitrary<Step> plain() {
        Arbitrary<Step.Place> place =
                Arbitraries.frequency(Tuple.of(8, T1), Tuple.of(1, Step.Place.T2), Tuple.of(1, Step.Place.T3));
        Arbitrary<Step.Who> who = Arbitraries.of(Step.Who.class);
        Arbitrary<Integer> instance = Arbitraries.of(1, 2);
        return Arbitraries.frequencyOf(
                Tuple.of(2, place.map(Step.Opens::new)),
                Tuple.of(1, place.map(Step.Writes::new)),
                Tuple.of(3, place.map(Step.Asks::new)),
                Tuple.of(
                        2,
                        Combinators.combine(Arbitraries.of(Step.Wish.class), place)
                                .as(Step.Customer::new)),
                Tuple.of(
                        8,
                        Combinators.combine(who, Arbitraries.of(Step.Verb.class), place)
                                .as(Step.Agent::new)),
                Tuple.of(
                        3,
                        Combinators.combine(who, Arbitraries.of(REVIEW), place).as(Step.Agent::new)),
                Tuple.of(1, who.map(Step.Heartbeat::new)),
                Tuple.of(6, Combinators.combine(instance, botMoves(), place).as(Step.Bot::new)),
                Tuple.of(6, Combinators.combine(instance, serverMoves(), place).as(Step.Server::new)),
                Tuple.of(6, Combinators.combine(instance, relayMoves(), place).as(Step.Relay::new)),
                Tuple.of(
                        2,
                        Arbitraries.of(1, 11, 25, 70, 130, 400, 2_000, 100_000, 300_000)
                                .map(seconds -> new Step.Passes(Duration.ofSeconds(seconds)))),
                Tuple.of(1, Arbitraries.just(new Step.Watchdog())),
                Tuple.of(1, Arbitraries.just(new Step.SendsAgain())));
    }

    private static Arbitrary<BotMove> botMoves() {
        return Arbitraries.frequency(
                Tuple.of(4, BotMove.BEGIN),
                Tuple.of(6, BotMove.DRAFT),
                Tuple.of(3, BotMove.ANSWER),
                Tuple.of(2, BotMove.PROPOSE),
                Tuple.of(1, BotMove.ASK_COLLEAGUE),
                Tuple.of(1, BotMove.ASK_COLLEAGUE_WITH_WORDS),
                Tuple.of(1, BotMove.ESCALATE),
                Tuple.of(1, BotMove.ESCALATE_WITH_WORDS),
                Tuple.of(1, BotMove.REFINE_PACKET),
                Tuple.of(1, BotMove.CRASH));
    }

    private static Arbitrary<Step.ServerMove> serverMoves() {
        return Arbitraries.frequency(
                Tuple.of(3, Step.ServerMove.ATTACH),
                Tuple.of(5, Step.ServerMove.INGEST),
                Tuple.of(1, Step.ServerMove.CRASH));
    }

    private static Arbitrary<RelayMove> relayMoves() {
        return Arbitraries.frequency(
                Tuple.of(8, RelayMove.GO_ON), Tuple.of(3, RelayMove.DRAIN), Tuple.of(1, RelayMove.CRASH));
    }
}
