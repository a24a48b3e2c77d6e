package io.deskhand.quickstart;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The main job, as a customer and an agent live it: nothing here knows how the product is built. */
final class MainJob {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Smoke smoke;
    private final HttpApi customerApi;
    private final HttpApi agentApi;

    private MainJob(Smoke smoke, String customerUrl, String agentUrl) {
        this.smoke = smoke;
        this.customerApi = new HttpApi(customerUrl);
        this.agentApi = new HttpApi(agentUrl);
    }

    static void play(Smoke smoke, @Nullable String customerUrl, @Nullable String agentUrl) throws Exception {
        if (customerUrl == null || agentUrl == null) {
            throw new IllegalStateException("give both --customer-url and --agent-url, or none");
        }
        new MainJob(smoke, customerUrl, agentUrl).play();
    }

    private void play() throws Exception {
        JsonNode[] opened = new JsonNode[1];
        smoke.step("customer opens a ticket", () -> {
            JsonNode customer = customerApi.post("/api/customers", Map.of(), 201);
            customerApi.bearer(customer.get("token").asString());
            opened[0] = customerApi.post("/api/tickets", Map.of("bot", "demo-store"), 201);
            return ticket(opened[0]).get("id").asString();
        });
        String id = ticket(opened[0]).get("id").asString();
        String room = ticket(opened[0]).get("room").asString();
        try (RoomGuest customer = join("customer", customerApi, room, "")) {
            smoke.step("the bot is present in the room", () -> {
                customer.awaitPresence(PATIENCE, members -> members.contains("bot:demo-store"));
                return "bot:demo-store";
            });
            ask(customer, "How long does delivery to Germany take?");
            ask(customer, "How do I return something?");
            handOver(customer, id, room);
        }
    }

    private void ask(RoomGuest customer, String question) throws Exception {
        int before = customer.messages().size();
        smoke.step("first words to \"" + shortened(question) + "\"", () -> {
            customer.send(question);
            customer.awaitMessage(
                    PATIENCE, before, message -> message.clientId().startsWith("bot:"));
            return "";
        });
        smoke.step("… and the whole answer, with citations", () -> {
            RoomGuest.Seen answer = customer.awaitMessage(
                    PATIENCE,
                    before,
                    message -> message.clientId().startsWith("bot:")
                            && message.state().equals("FINAL"));
            List<String> cited = answer.citations();
            if (cited.isEmpty()) {
                throw new IllegalStateException("the answer cites nothing: " + answer.text());
            }
            long updates = customer.messages().stream()
                    .skip(before)
                    .filter(message -> message.serial().equals(answer.serial()))
                    .count();
            if (updates < 2) {
                throw new IllegalStateException("the answer came in one piece; it is to be streamed");
            }
            return updates + " updates, cites " + String.join(", ", cited);
        });
    }

    private void handOver(RoomGuest customer, String id, String room) throws Exception {
        smoke.step("agent signs in", () -> {
            agentApi.get("/api/session", 401);
            JsonNode agent =
                    agentApi.post("/api/session", Map.of("username", "anna", "password", Up.DEMO_PASSWORD), 200);
            return agent.get("agent").get("name").asString();
        });
        try (RoomGuest inbox = join("agent", agentApi, "support:inbox", "")) {
            int before = customer.messages().size();
            smoke.step("customer asks for a person, sees the notice", () -> {
                customer.send("I want to talk to a human, please");
                customer.awaitMessage(
                        PATIENCE,
                        before,
                        message -> message.clientId().equals("system")
                                && message.kind().equals("NOTICE"));
                return "";
            });
            smoke.step("agent sees it in the inbox, live", () -> {
                inbox.awaitTicket(PATIENCE, id, "QUEUED");
                JsonNode listed = agentApi.get("/api/tickets?view=inbox", 200);
                return listed.get("tickets").size() + " in the inbox";
            });
        }
        try (RoomGuest agent = claim(customer, id, room)) {
            talk(customer, agent, id);
        }
    }

    private RoomGuest claim(RoomGuest customer, String id, String room) throws Exception {
        int before = customer.messages().size();
        smoke.step("agent claims, customer sees who joined", () -> {
            JsonNode claimed = agentApi.post("/api/tickets/" + id + "/claim", Map.of(), 200);
            customer.awaitMessage(PATIENCE, before, message -> message.kind().equals("MARKER"));
            return ticket(claimed).get("owner").get("name").asString();
        });
        RoomGuest agent = join("agent", agentApi, room, "");
        smoke.step("bot has left the room, agent is present", () -> {
            agent.enter("Anna");
            customer.awaitPresence(
                    PATIENCE, members -> !members.contains("bot:demo-store") && members.contains("agent:anna"));
            return "agent:anna";
        });
        return agent;
    }

    private void talk(RoomGuest customer, RoomGuest agent, String id) throws Exception {
        smoke.step("agent writes, customer reads", () -> {
            agentApi.post(
                    "/api/tickets/" + id + "/messages", Map.of("text", "Hello, this is Anna. How can I help?"), 201);
            customer.awaitMessage(PATIENCE, 0, message -> message.clientId().equals("agent:anna"));
            return "";
        });
        smoke.step("customer writes, agent reads", () -> {
            customer.send("My parcel is lost.");
            agent.awaitMessage(PATIENCE, 0, message -> message.text().equals("My parcel is lost."));
            return "";
        });
        smoke.step("agent answers and resolves", () -> {
            agentApi.post("/api/tickets/" + id + "/messages", Map.of("text", "I am sending a new one today."), 201);
            int before = customer.messages().size();
            JsonNode resolved = agentApi.post("/api/tickets/" + id + "/resolve", Map.of("force", true), 200);
            customer.awaitMessage(
                    PATIENCE,
                    Math.max(0, before - 2),
                    message -> message.kind().equals("MARKER")
                            && message.text().toLowerCase(Locale.ROOT).contains("resolved"));
            return ticket(resolved).get("status").asString();
        });
        smoke.step("no bot text after the claim marker (I1)", () -> {
            List<RoomGuest.Seen> messages = customer.messages();
            int marker = -1;
            for (int i = 0; i < messages.size(); i++) {
                if (messages.get(i).kind().equals("MARKER") && marker < 0) {
                    marker = i;
                } else if (marker >= 0 && messages.get(i).clientId().startsWith("bot:")) {
                    throw new IllegalStateException(
                            "bot text after the claim: " + messages.get(i).text());
                }
            }
            return messages.size() + " room events";
        });
    }

    private static RoomGuest join(String who, HttpApi api, String room, String query) throws Exception {
        JsonNode address = api.get("/api/realtime", 200);
        JsonNode token = api.get("/api/realtime/token" + query, 200);
        return new RoomGuest(address, token, room, who.equals("agent") && room.equals("support:inbox"));
    }

    private static JsonNode ticket(JsonNode snapshot) {
        return snapshot.get("ticket");
    }

    private static String shortened(String text) {
        return text.length() <= 28 ? text : text.substring(0, 27) + "…";
    }

    /** Presence data of the agent, as the dashboard enters it. */
    static JsonObject agentData(String name) {
        JsonObject data = new JsonObject();
        data.addProperty("role", "agent");
        data.addProperty("name", name);
        return data;
    }
}
