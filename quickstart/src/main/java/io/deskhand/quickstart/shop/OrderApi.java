package io.deskhand.quickstart.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo's orders over HTTP: {@code GET /orders/{number}}, {@code POST /orders/{number}/returns} with {@code {"reason": …}}, and {@code GET /orders} for those of the customer
 * that the header {@code X-Customer} names. In memory, the same at each start. It listens on the loopback interface alone and trusts what it receives there.
 *
 * <p>Guarantee: one return an order, and the same answer to the same {@code Idempotency-Key}.
 */
public final class OrderApi implements AutoCloseable {

    private static final Pattern ORDER = Pattern.compile("/orders/([A-Z]{1,3}-\\d{3,8})(/returns)?");
    private static final int LONGEST_BODY = 4_000;
    private static final int MOST_KEYS = 10_000;

    private final HttpServer server;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("demo-orders-", 0).factory());
    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final Map<String, String> returnsByOrder = new ConcurrentHashMap<>();
    private final Map<String, Answer> answersByKey = new ConcurrentHashMap<>();

    private record Answer(int status, Map<String, Object> body) {

        static Answer refused(int status, String why) {
            return new Answer(status, Map.of("error", why));
        }
    }

    private OrderApi(HttpServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
        Order.ALL.forEach(order -> orders.put(order.number(), order));
    }

    /** Starts it on any free port. */
    public static OrderApi start(Clock clock) {
        try {
            OrderApi api = new OrderApi(
                    HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 16), clock);
            api.server.createContext("/", api::handle);
            api.server.setExecutor(api.threads);
            api.server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException("unable to start the demo's orders; " + e.getMessage(), e);
        }
    }

    /** Its address, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = json.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/orders")) {
            return ordersOf(exchange.getRequestHeaders().getFirst("X-Customer"));
        }
        Matcher path = ORDER.matcher(exchange.getRequestURI().getPath());
        Optional<Order> order = path.matches() ? Optional.ofNullable(orders.get(path.group(1))) : Optional.empty();
        if (order.isEmpty()) {
            return Answer.refused(404, "there is no such order");
        }
        boolean returns = path.group(2) != null;
        return switch (exchange.getRequestMethod()) {
            case "GET" ->
                returns ? Answer.refused(405, "start a return with POST") : new Answer(200, facts(order.get()));
            case "POST" -> returns ? startReturn(order.get(), exchange) : Answer.refused(405, "orders are read here");
            default -> Answer.refused(405, "no such method");
        };
    }

    private Answer ordersOf(@Nullable String customer) {
        List<String> numbers = customer == null ? null : Order.OF_CUSTOMER.get(customer);
        if (numbers == null) {
            return Answer.refused(404, "there is no such customer");
        }
        List<Map<String, Object>> found =
                numbers.stream().map(orders::get).map(this::facts).toList();
        return new Answer(200, Map.of("orders", found));
    }

    private Map<String, Object> facts(Order order) {
        Map<String, Object> facts = new LinkedHashMap<>(order.asOf(LocalDate.now(clock)));
        String started = returnsByOrder.get(order.number());
        if (started != null) {
            facts.put("return", started);
        }
        return facts;
    }

    private Answer startReturn(Order order, HttpExchange exchange) throws IOException {
        String reason = reason(exchange);
        if (reason.isBlank()) {
            return Answer.refused(422, "a reason is missing");
        }
        String key = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key"))
                .orElse("");
        if (key.isEmpty() || answersByKey.size() >= MOST_KEYS) {
            return startReturn(order);
        }
        return answersByKey.computeIfAbsent(order.number() + ' ' + key, first -> startReturn(order));
    }

    private Answer startReturn(Order order) {
        String refusal = order.refusal();
        if (!refusal.isEmpty()) {
            return Answer.refused(409, refusal);
        }
        String number = "R-" + order.number();
        if (returnsByOrder.putIfAbsent(order.number(), number) != null) {
            return Answer.refused(409, "a return " + number + " exists already");
        }
        return new Answer(
                201, Map.of("return", number, "order", order.number(), "label", "sent by e-mail", "hand_in_days", 14));
    }

    private String reason(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        try {
            return json.readTree(new String(body, StandardCharsets.UTF_8))
                    .path("reason")
                    .asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
