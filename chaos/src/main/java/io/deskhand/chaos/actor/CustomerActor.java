package io.deskhand.chaos.actor;

import io.deskhand.chaos.actor.ServiceApi.Answer;
import io.deskhand.chaos.actor.Witness.OpenedTicket;
import io.deskhand.chaos.check.Testimony.CustomerSent;
import io.deskhand.chaos.check.Testimony.Escalated;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One customer after the other: each opens a ticket, says some things, and goes. To teach customers something new, add a method and a line to the repertoire. */
final class CustomerActor extends Actor {

    private static final int LONGEST_WAIT = 20;

    private final ServiceApi api;
    private final Repertoire repertoire = new Repertoire()
            .with(40, this::ask)
            .with(20, this::askAndWait)
            .with(15, this::doubleText)
            .with(8, this::askForPerson)
            .with(7, this::pressButton)
            .with(5, this::askUnknown)
            .with(3, this::goBackToBot)
            .with(2, this::settle);

    private String customer = "";
    private @Nullable OpenedTicket ticket;
    private @Nullable CustomerRoom room;
    private int said;

    CustomerActor(String name, ServiceApi api, Witness witness, Ending ending, SplittableRandom random) {
        super(name, witness, ending, random, 100, 1_500);
        this.api = api;
    }

    /** One visit: a customer to whom nobody answers shrugs and comes back later. */
    @Override
    void act() throws Exception {
        try {
            arrive();
            int acts = random.nextInt(3, 12);
            for (int i = 0; i < acts && !ending.comesWithin(think(200, 2_500)); i++) {
                if (isResolved()) {
                    leave();
                    join();
                }
                repertoire.any(random).play();
            }
        } finally {
            leave();
        }
    }

    private void arrive() throws Exception {
        JsonNode me = api.post("/api/customers", Map.of()).body();
        customer = me.get("customer").asString();
        api.bearer(me.get("token").asString());
        join();
    }

    /** Opens a ticket, or takes up the open one, and goes into its room. */
    private void join() throws Exception {
        JsonNode opened = random.nextInt(5) == 0 ? openTwice() : open().body();
        JsonNode found = opened.get("ticket");
        OpenedTicket mine =
                new OpenedTicket(found.get("id").asString(), found.get("room").asString(), customer);
        ticket = mine;
        witness.opened(mine);
        JsonNode address = api.get("/api/realtime").body();
        room = new CustomerRoom(address, "customer:" + customer, this::token, mine.room());
    }

    /** As the widget does: nobody writes to a ticket that they know to be resolved. */
    private boolean isResolved() throws IOException, InterruptedException {
        return here().ownerMayHaveChanged()
                && api.get("/api/tickets/" + mine().id())
                        .body()
                        .path("ticket")
                        .path("status")
                        .asString("")
                        .equals("RESOLVED");
    }

    private Answer open() throws IOException, InterruptedException {
        return api.post("/api/tickets", Map.of("bot", "demo-store"));
    }

    /** A double click: both calls must end with the same ticket (I16). */
    private JsonNode openTwice() throws IOException, InterruptedException {
        CompletableFuture<JsonNode> other = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                other.complete(open().body());
            } catch (IOException | InterruptedException e) {
                other.completeExceptionally(e);
            }
        });
        JsonNode mine = open().body();
        other.handle((body, failure) -> body).join();
        return mine;
    }

    private String token() throws IOException, InterruptedException {
        return api.get("/api/realtime/token").body().get("token").asString();
    }

    private void ask() throws InterruptedException {
        say(Questions.answered(random));
    }

    private void askUnknown() throws InterruptedException {
        say(Questions.unknown(random));
    }

    private void askForPerson() throws InterruptedException {
        say(Questions.person(random));
    }

    private void doubleText() throws InterruptedException {
        say(Questions.answered(random));
        if (!ending.comesWithin(think(0, 700))) {
            say(Questions.more(random));
        }
    }

    private void askAndWait() throws InterruptedException {
        int before = here().botTexts();
        long began = System.nanoTime();
        if (!say(Questions.answered(random))) {
            return;
        }
        for (int i = 0; i < LONGEST_WAIT && !ending.hasCome(); i++) {
            if (here().awaitBotText(before, Duration.ofSeconds(1))) {
                witness.answeredAfter(Duration.ofNanos(System.nanoTime() - began));
                return;
            }
        }
    }

    private void pressButton() throws IOException, InterruptedException {
        String id = mine().id();
        Answer answer = api.post("/api/tickets/" + id + "/escalate", Map.of());
        if (answer.ok()) {
            witness.escalated(new Escalated(id));
        }
    }

    /** No more waiting for a person; refused unless the ticket waits for one. */
    private void goBackToBot() throws IOException, InterruptedException {
        api.post("/api/tickets/" + mine().id() + "/return", Map.of());
    }

    /** The customer's own "that's all". */
    private void settle() throws IOException, InterruptedException {
        api.post("/api/tickets/" + mine().id() + "/resolve", Map.of());
    }

    /** Says something, over one way or the other, and again until the room has it or the end has come. */
    private boolean say(String text) throws InterruptedException {
        CustomerRoom here = here();
        String localId = name + "-" + ++said;
        boolean overRest = random.nextInt(3) > 0;
        CustomerRoom.Sent sent = overRest ? here.send(text, localId) : here.publish(text, localId);
        for (int again = 0; overRest && !sent.acknowledged() && again < 3; again++) {
            if (ending.comesWithin(Duration.ofMillis(500))) {
                break;
            }
            sent = here.send(text, localId);
        }
        witness.customerSent(new CustomerSent(mine().id(), localId, text, sent.acknowledged(), sent.serial()));
        return sent.acknowledged();
    }

    private CustomerRoom here() {
        return Objects.requireNonNull(room, "a customer who says something is in a room");
    }

    private OpenedTicket mine() {
        return Objects.requireNonNull(ticket, "a customer in a room has a ticket");
    }

    private void leave() {
        if (room != null) {
            room.close();
            room = null;
        }
    }
}
