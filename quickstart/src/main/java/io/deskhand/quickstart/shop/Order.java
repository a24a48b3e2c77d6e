package io.deskhand.quickstart.shop;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order of the demo. Days are counted back from today, so that the demo never grows old.
 *
 * @param status one of those that the article "Where is my order?" explains
 * @param placed days ago
 * @param delivered days ago; null if it has not been
 * @param due days from now until it arrives; null if it has arrived, or if the day is unknown
 */
record Order(
        String number,
        String status,
        int placed,
        @Nullable Integer delivered,
        @Nullable Integer due,
        @Nullable String carrier,
        List<String> items) {

    private static final int RETURN_DAYS = 60;

    static final List<Order> ALL = List.of(
            new Order("A-1042", "Shipped", 3, null, 1, "PostNord", List.of("Skog 2 tent", "Tent footprint")),
            new Order("A-1043", "Delivered", 12, 8, null, "PostNord", List.of("Fjord boots, size 42")),
            new Order("A-1044", "Received", 0, null, 5, null, List.of("Bekk stove")),
            new Order("A-1045", "Delivered", 120, 115, null, "DHL", List.of("Li rain jacket, M")),
            new Order("FF-204417", "Out for delivery", 4, null, 0, "PostNord", List.of("Rygg 45 pack")),
            new Order("FF-118230", "Packing", 1, null, 4, null, List.of("Gift card", "Wool socks, 3 pairs")),
            new Order("FF-771002", "Delivered", 9, 5, null, "DHL", List.of("Li rain jacket, L, moss green")),
            new Order("FF-300118", "Shipped", 16, null, null, "DHL", List.of("Skog 4 tent")),
            new Order("FF-20418", "Delivered", 10, 6, null, "PostNord", List.of("Fjord boots, size 41")),
            new Order("FF-20733", "Delivered", 7, 3, null, "PostNord", List.of("Fjord boots, size 43")));

    /** Orders of the customers who can sign in, newest first. */
    static final Map<String, List<String>> OF_CUSTOMER = Map.of(ShopSignIn.MIRA, List.of("A-1042", "A-1043", "A-1045"));

    Map<String, Object> asOf(LocalDate today) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("order", number);
        facts.put("status", status);
        facts.put("placed", today.minusDays(placed).toString());
        if (delivered != null) {
            facts.put("delivered", today.minusDays(delivered).toString());
        }
        if (due != null) {
            facts.put("expected", today.plusDays(due).toString());
        }
        if (carrier != null) {
            facts.put("carrier", carrier);
        }
        facts.put("items", items);
        return facts;
    }

    /** Why it cannot be returned, or empty. */
    String refusal() {
        if (delivered == null) {
            return "it has not been delivered yet";
        }
        return delivered > RETURN_DAYS ? "it was delivered more than " + RETURN_DAYS + " days ago" : "";
    }
}
