package io.deskhand.chaos.actor;

import io.deskhand.chaos.actor.ServiceApi.Answer;
import io.deskhand.chaos.check.Testimony.AgentSent;
import io.deskhand.chaos.check.Testimony.ClaimLost;
import io.deskhand.chaos.check.Testimony.ClaimWon;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** One agent at a dashboard. To teach agents something new, add a method and a line to the repertoire. */
final class AgentActor implements Runnable {

    private final String id;
    private final String password;
    private final ServiceApi api;
    private final Witness witness;
    private final Ending ending;
    private final SplittableRandom random;
    private final Repertoire repertoire = new Repertoire()
            .with(35, this::claimFromInbox)
            .with(30, this::answer)
            .with(20, this::resolve)
            .with(6, this::writeToBotTicket)
            .with(4, this::claimBotTicket)
            .with(5, this::claimWhatIsTaken);

    private boolean signedIn;
    private int said;

    AgentActor(String id, String password, ServiceApi api, Witness witness, Ending ending, SplittableRandom random) {
        this.id = id;
        this.password = password;
        this.api = api;
        this.witness = witness;
        this.ending = ending;
        this.random = random;
    }

    @Override
    public void run() {
        try {
            while (!ending.comesWithin(Duration.ofMillis(random.nextInt(100, 900)))) {
                act();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void act() throws InterruptedException {
        try {
            if (!signedIn) {
                signedIn = api.signIn(id, password);
            }
            repertoire.any(random).play();
        } catch (InterruptedException e) {
            throw e;
        } catch (IOException e) {
            // Nobody answers: try something else in a moment.
        } catch (Exception e) {
            witness.surprise(id + ": " + e);
        }
    }

    /** All agents look at the same short list, so they race. */
    private void claimFromInbox() throws IOException, InterruptedException {
        List<JsonNode> inbox = tickets("inbox", ticket -> true);
        if (!inbox.isEmpty()) {
            claim(inbox.get(random.nextInt(Math.min(2, inbox.size()))));
        }
    }

    private void claimBotTicket() throws IOException, InterruptedException {
        Optional<JsonNode> ticket = any("all", found -> status(found).equals("BOT"));
        if (ticket.isPresent()) {
            claim(ticket.get());
        }
    }

    private void claimWhatIsTaken() throws IOException, InterruptedException {
        Optional<JsonNode> ticket = any("all", found -> status(found).equals("HUMAN"));
        if (ticket.isPresent()) {
            claim(ticket.get());
        }
    }

    private void answer() throws IOException, InterruptedException {
        Optional<JsonNode> ticket = any("mine", found -> true);
        if (ticket.isPresent()) {
            say(ticket.get());
        }
    }

    /** Writing to a ticket that nobody owns is a claim (I3). */
    private void writeToBotTicket() throws IOException, InterruptedException {
        Optional<JsonNode> ticket = any("all", found -> status(found).equals("BOT"));
        if (ticket.isPresent()) {
            say(ticket.get());
        }
    }

    private void resolve() throws IOException, InterruptedException {
        Optional<JsonNode> ticket = any("mine", found -> true);
        if (ticket.isPresent()) {
            api.post("/api/tickets/" + id(ticket.get()) + "/resolve", Map.of("force", random.nextBoolean()));
        }
    }

    private void claim(JsonNode ticket) throws IOException, InterruptedException {
        Answer answer = api.post("/api/tickets/" + id(ticket) + "/claim", Map.of());
        if (answer.ok()) {
            owned(answer.body().get("ticket"));
        } else if (answer.code().equals("already_claimed")) {
            String winner = answer.body().path("winner").path("id").asString("");
            witness.lost(new ClaimLost(id(ticket), id, winner));
        } else {
            expected(answer, "slots_full", "not_open", "unknown_ticket");
        }
    }

    private void say(JsonNode ticket) throws IOException, InterruptedException {
        String text = "This is " + id + ", message " + ++said + ": I am looking into it.";
        long pos = 0;
        try {
            Answer answer = api.post("/api/tickets/" + id(ticket) + "/messages", Map.of("text", text), id + "-" + said);
            if (answer.ok()) {
                pos = answer.body().get("entry").get("pos").asLong();
                owned(answer.body().get("ticket"));
            } else {
                expected(answer, "slots_full", "not_open", "not_owner", "unknown_ticket");
            }
        } finally {
            witness.agentSent(new AgentSent(id(ticket), id, text, pos));
        }
    }

    private void owned(JsonNode ticket) {
        if (ticket.get("owner").get("id").asString("").equals(id)) {
            witness.claimed(new ClaimWon(id(ticket), id, ticket.get("epoch").asLong()));
        }
    }

    private void expected(Answer answer, String... codes) {
        if (answer.status() == 401) {
            signedIn = false;
        } else if (!List.of(codes).contains(answer.code())) {
            witness.surprise(id + " was answered " + answer.status() + " " + answer.body());
        }
    }

    private Optional<JsonNode> any(String view, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        List<JsonNode> found = tickets(view, wanted);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }

    private List<JsonNode> tickets(String view, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        Answer answer = api.get("/api/tickets?view=" + view);
        List<JsonNode> found = new ArrayList<>();
        if (answer.ok()) {
            answer.body().get("tickets").forEach(ticket -> {
                if (wanted.test(ticket)) {
                    found.add(ticket);
                }
            });
        } else {
            expected(answer);
        }
        return found;
    }

    private static String id(JsonNode ticket) {
        return ticket.get("id").asString();
    }

    private static String status(JsonNode ticket) {
        return ticket.get("status").asString();
    }
}
