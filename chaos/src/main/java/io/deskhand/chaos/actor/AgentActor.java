package io.deskhand.chaos.actor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** One agent at a dashboard. To teach agents something new, add a method and a line to the repertoire. */
final class AgentActor extends Actor {

    private static final String MINE = "mine";
    private static final String ALL = "all";

    /** Longer than a lease of these runs: what the agent owns goes to others. */
    private static final Duration BREAK = Duration.ofSeconds(12);

    private final String password;
    private final List<String> colleagues;
    private final Desk desk;
    private final Repertoire repertoire = new Repertoire()
            .with(32, this::claimFromInbox)
            .with(28, this::answer)
            .with(16, this::resolve)
            .with(6, this::writeToBotTicket)
            .with(3, this::claimBotTicket)
            .with(4, this::claimWhatIsTaken)
            .with(4, this::takeOffer)
            .with(2, this::release)
            .with(3, this::handBack)
            .with(2, this::transferToColleague)
            .with(1, this::transferToTeam)
            .with(1, this::takeOver)
            .with(1, this::reopen)
            .with(1, this::takeBreak);

    AgentActor(
            String id,
            String password,
            List<String> colleagues,
            Desk desk,
            Witness witness,
            Ending ending,
            SplittableRandom random) {
        super(id, witness, ending, random, 100, 900);
        this.password = password;
        this.colleagues = List.copyOf(colleagues);
        this.desk = desk;
    }

    @Override
    void act() throws Exception {
        desk.signIn(password);
        desk.beat();
        repertoire.any(random).play();
    }

    /** All agents look at the same short list, so they race. */
    private void claimFromInbox() throws IOException, InterruptedException {
        List<JsonNode> inbox = desk.tickets("inbox", ticket -> true);
        if (!inbox.isEmpty()) {
            desk.claim(inbox.get(random.nextInt(Math.min(2, inbox.size()))));
        }
    }

    private void claimBotTicket() throws IOException, InterruptedException {
        with(ALL, is("BOT"), desk::claim);
    }

    private void claimWhatIsTaken() throws IOException, InterruptedException {
        with(ALL, is("HUMAN"), desk::claim);
    }

    private void answer() throws IOException, InterruptedException {
        with(MINE, is("HUMAN"), desk::say);
    }

    private void writeToBotTicket() throws IOException, InterruptedException {
        with(ALL, is("BOT"), desk::say);
    }

    private void resolve() throws IOException, InterruptedException {
        with(MINE, is("HUMAN"), ticket -> desk.tell(ticket, "resolve", Map.of("force", random.nextBoolean())));
    }

    private void takeOffer() throws IOException, InterruptedException {
        with(MINE, is("OFFERED"), ticket -> {
            if (random.nextInt(4) == 0) {
                desk.tell(ticket, "decline", Map.of());
            } else {
                desk.take(ticket, "accept");
            }
        });
    }

    private void release() throws IOException, InterruptedException {
        with(MINE, is("HUMAN"), ticket -> desk.tell(ticket, "release", Map.of()));
    }

    private void handBack() throws IOException, InterruptedException {
        Map<String, ?> how = Map.of("note", "Nothing left for a person.", "continueNow", random.nextBoolean());
        with(MINE, is("HUMAN"), ticket -> desk.tell(ticket, "hand-back", how));
    }

    private void transferToColleague() throws IOException, InterruptedException {
        if (colleagues.isEmpty()) {
            return;
        }
        Map<String, ?> to = Map.of("agent", colleagues.get(random.nextInt(colleagues.size())));
        with(MINE, is("HUMAN"), ticket -> desk.tell(ticket, "transfer", to));
    }

    private void transferToTeam() throws IOException, InterruptedException {
        with(MINE, is("HUMAN"), ticket -> desk.tell(ticket, "transfer", Map.of("team", "general")));
    }

    /** Only a supervisor may; all others are told so. */
    private void takeOver() throws IOException, InterruptedException {
        with(ALL, is("HUMAN"), ticket -> desk.take(ticket, "takeover"));
    }

    private void reopen() throws IOException, InterruptedException {
        with(ALL, is("RESOLVED"), ticket -> desk.take(ticket, "reopen"));
    }

    /** No sign of life for longer than the lease (I19). */
    private void takeBreak() throws InterruptedException {
        ending.comesWithin(BREAK);
    }

    private interface Deed {
        void on(JsonNode ticket) throws IOException, InterruptedException;
    }

    /** Does something with any ticket of the kind, if there is one. */
    private void with(String view, Predicate<JsonNode> wanted, Deed deed) throws IOException, InterruptedException {
        List<JsonNode> found = desk.tickets(view, wanted);
        Optional<JsonNode> ticket =
                found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
        if (ticket.isPresent()) {
            deed.on(ticket.get());
        }
    }

    private static Predicate<JsonNode> is(String status) {
        return ticket -> Desk.status(ticket).equals(status);
    }
}
