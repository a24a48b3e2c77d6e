package io.deskhand.ably.local.rest;

import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which handler serves which method and path. */
public final class Routes {

    /** The variable segments of a path, decoded, by their names in the route. */
    public record Parameters(Map<String, String> values) {
        public String get(String name) {
            String value = values.get(name);
            if (value == null) {
                throw new IllegalStateException("the route has no segment {" + name + "}");
            }
            return value;
        }
    }

    /** Serves requests of one route. */
    public interface Handler {
        Response handle(Request request, Parameters path);
    }

    private record Route(String method, List<String> segments, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    /**
     * @param pattern segments, those in braces variable: {@code channels/{channel}/messages}
     */
    public Routes add(String method, String pattern, Handler handler) {
        routes.add(new Route(method, List.of(pattern.split("/")), handler));
        return this;
    }

    /**
     * @throws AblyException 40400 when no route fits, or what the handler throws
     */
    Response handle(Request request) {
        for (Route route : routes) {
            Map<String, String> values = match(route, request);
            if (values != null) {
                return route.handler.handle(request, new Parameters(values));
            }
        }
        throw Errors.notFound(
                "unable to serve " + request.method() + " /" + String.join("/", request.path()) + "; no such resource");
    }

    private static @Nullable Map<String, String> match(Route route, Request request) {
        List<String> path = request.path();
        if (!route.method.equals(request.method()) || route.segments.size() != path.size()) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = route.segments.get(i);
            if (segment.startsWith("{")) {
                values.put(segment.substring(1, segment.length() - 1), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return null;
            }
        }
        return values;
    }
}
