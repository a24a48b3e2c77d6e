package io.deskhand.brain.internal.toolcall;

import dev.langchain4j.agent.tool.ToolSpecification;
import io.deskhand.brain.PendingCall;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.tool.HttpTool;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls of one turn. Each leaves one line in the turn's trace, {@code tool:<name>:<outcome>:<n>ms}, without arguments and results. For one thread.
 *
 * <p>Guarantees: a tool above the customer's trust is neither offered nor called. Arguments fit the schema. A tool that needs confirmation is called only with the
 * arguments that the customer confirmed. A repeat of the turn sends the same idempotency keys. Limits: {@value #MOST_CALLS} calls and twenty seconds of waiting a turn.
 */
public final class TurnTools {

    private static final int MOST_CALLS = 8;
    private static final int LONGEST_ARGUMENTS = 4_000;
    private static final Duration MOST_WAITING = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Toolbox box;
    private final TurnRequest request;
    private final Consumer<String> trace;
    private final BooleanSupplier mayAct;
    private final InstantSource time;
    private Duration waited = Duration.ZERO;
    private int calls;
    private boolean changed;

    /**
     * @param trace takes the lines for the turn's trace
     * @param mayAct asked before anything is changed; false once the turn is cut
     */
    public TurnTools(
            Toolbox box, TurnRequest request, Consumer<String> trace, BooleanSupplier mayAct, InstantSource time) {
        this.box = box;
        this.request = request;
        this.trace = trace;
        this.mayAct = mayAct;
        this.time = time;
    }

    /** What the model is offered. */
    public List<ToolSpecification> specifications() {
        return box.offered(request.customerContext()).stream()
                .map(tool -> ToolSpecification.builder()
                        .name(tool.name())
                        .description(
                                tool.confirm()
                                        ? tool.description()
                                                + " The system asks the customer to agree before it is done; do not ask yourself."
                                        : tool.description())
                        .parameters(tool.arguments().forModel())
                        .build())
                .toList();
    }

    /** Returns whether the bot has such a tool, for any customer. */
    public boolean has(String name) {
        return box.find(name).isPresent();
    }

    /** Makes the model's call, or says why not. */
    public ToolResult call(String name, @Nullable String arguments) throws InterruptedException {
        Toolbox.Ready ready = box.find(name)
                .filter(found -> found.isFor(request.customerContext()))
                .orElse(null);
        if (ready == null) {
            note(name, "not_allowed");
            return new ToolResult.Unusable("error: this tool cannot be used for this customer; do without it");
        }
        Optional<ObjectNode> read = read(arguments);
        if (read.isEmpty()) {
            note(name, "bad_arguments");
            return new ToolResult.Unusable("error: the arguments are not a JSON object");
        }
        List<String> problems = ready.tool().arguments().problems(read.get());
        if (!problems.isEmpty()) {
            note(name, "bad_arguments");
            return new ToolResult.Unusable("error: the arguments do not fit: " + String.join("; ", problems));
        }
        if (ready.tool().confirm()) {
            note(name, "asked");
            return new ToolResult.NeedsConsent(
                    new PendingCall(name, JSON.writeValueAsString(read.get()), request.turn()));
        }
        return make(ready, read.get(), request.turn());
    }

    /** Makes a call to which the customer has agreed; without a clear answer once more, if that is safe. */
    public ToolResult callAgreed(PendingCall call) throws InterruptedException {
        Toolbox.Ready ready = box.find(call.tool())
                .filter(found -> found.isFor(request.customerContext()))
                .orElse(null);
        Optional<ObjectNode> arguments = read(call.arguments());
        if (ready == null
                || arguments.isEmpty()
                || !ready.tool().arguments().problems(arguments.get()).isEmpty()) {
            note(call.tool(), "not_available");
            return new ToolResult.Failed("error: this tool is not available any more", false);
        }
        ToolResult outcome = make(ready, arguments.get(), call.turn());
        return outcome instanceof ToolResult.Failed && ready.tool().repeatable()
                ? make(ready, arguments.get(), call.turn())
                : outcome;
    }

    /** What a call would do, in the customer's language; empty if the tool no longer exists. */
    public Optional<String> inWords(PendingCall call, String language, String fallback) {
        return box.find(call.tool())
                .flatMap(ready -> read(call.arguments())
                        .map(arguments -> ConfirmText.of(ready.tool(), arguments, language, fallback)));
    }

    /** Returns whether something has been changed in this turn. */
    public boolean hasChanged() {
        return changed;
    }

    private ToolResult make(Toolbox.Ready ready, ObjectNode arguments, long turn) throws InterruptedException {
        String name = ready.tool().name();
        Duration left = MOST_WAITING.minus(waited);
        if (++calls > MOST_CALLS || !left.isPositive()) {
            note(name, "too_many");
            return new ToolResult.Failed("error: no more calls in this turn", false);
        }
        Optional<GuardedHttp.Call> call = request(ready, arguments, turn);
        if (call.isEmpty()) {
            note(name, "bad_arguments");
            return new ToolResult.Unusable("error: an argument holds characters that cannot be part of an address");
        }
        if (ready.tool().changes() && !mayAct.getAsBoolean()) {
            note(name, "cut");
            return new ToolResult.Cut();
        }
        Instant start = time.instant();
        Duration timeout =
                ready.tool().timeout().compareTo(left) < 0 ? ready.tool().timeout() : left;
        String outcome = "cut";
        try {
            ToolResult result = answer(
                    ready, ready.http().send(call.get(), timeout, ready.tool().maxResult()));
            outcome = result instanceof ToolResult.Answered answered && answered.found() ? "ok" : "declined";
            changed |= ready.tool().changes() && outcome.equals("ok");
            return result;
        } catch (ToolFailure e) {
            outcome = e.kind().name().toLowerCase(Locale.ROOT);
            boolean uncertain = ready.tool().changes() && e.kind().uncertain;
            String open = uncertain ? "; nobody knows whether it took effect: say so, do not guess" : "";
            return new ToolResult.Failed("error: " + e.getMessage() + open, uncertain);
        } finally {
            Duration took = Duration.between(start, time.instant());
            waited = waited.plus(took);
            trace.accept("tool:" + name + ":" + outcome + ":" + took.toMillis() + "ms");
        }
    }

    private ToolResult answer(Toolbox.Ready ready, GuardedHttp.Answer answer) throws ToolFailure {
        int status = answer.status();
        if (status / 100 == 3) {
            throw new ToolFailure(ToolFailure.Kind.REDIRECT);
        }
        if (status == 401 || status == 403 || status == 407) {
            throw new ToolFailure(ToolFailure.Kind.UNAUTHORIZED);
        }
        if (status == 408 || status == 429) {
            throw new ToolFailure(ToolFailure.Kind.RATE_LIMITED);
        }
        if (status / 100 != 2 && status / 100 != 4) {
            throw new ToolFailure(ToolFailure.Kind.SERVER_ERROR);
        }
        boolean found = status / 100 == 2;
        try {
            ResultText text = ResultText.of(answer.body(), ready.tool().redact());
            if (text.gaveOrders()) {
                note(ready.tool().name(), "orders_left_out");
            }
            return new ToolResult.Answered(text.json(), found);
        } catch (ToolFailure e) {
            if (found) {
                throw e;
            }
            // A refusal says enough by its status; servers add pages to it.
            return new ToolResult.Answered("{}", false);
        }
    }

    /** Arguments without a place go into the body, or into the query of a GET or DELETE. */
    private Optional<GuardedHttp.Call> request(Toolbox.Ready ready, ObjectNode arguments, long turn) {
        HttpTool tool = ready.tool();
        boolean inQuery = tool.method().equals("GET") || tool.method().equals("DELETE");
        ObjectNode rest = arguments.deepCopy();
        rest.remove(ready.url().places());
        Map<String, String> query = inQuery ? values(rest) : Map.of();
        Optional<URI> address = ready.url().fill(values(arguments), query);
        Map<String, String> headers =
                new LinkedHashMap<>(ready.headersFor(request.customerContext()).orElse(Map.of()));
        if (tool.idempotencyHeader() != null) {
            headers.put(tool.idempotencyHeader(), IdempotencyKey.of(request.ticket(), turn, tool.name(), arguments));
        }
        String body = inQuery ? null : JSON.writeValueAsString(rest);
        return address.map(uri -> new GuardedHttp.Call(uri, tool.method(), headers, body));
    }

    private static Map<String, String> values(ObjectNode arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        arguments
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asString("")));
        return values;
    }

    private static Optional<ObjectNode> read(@Nullable String arguments) {
        if (arguments == null || arguments.isBlank()) {
            return Optional.of(JSON.createObjectNode());
        }
        try {
            return arguments.length() <= LONGEST_ARGUMENTS && JSON.readTree(arguments) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private void note(String name, String outcome) {
        trace.accept("tool:" + name + ":" + outcome);
    }
}
